import { listOf } from '#renderer/src/features/live/block-rows.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { usePointed } from '#renderer/src/state/pointing.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { partAtHand, untickedOf } from '#shared/review/block-content.ts';
import { type RegisterRow, registerTitle } from '#shared/review/register-view.ts';
import type { BlockContent, ReviewBlock } from '#shared/review/review.ts';
import { textPages } from '#shared/review/text-pages.ts';
import styles from './Blocks.module.css';
import { ChartSet } from './ChartSet.tsx';
import { itemAtHand, useViewRows } from './content-rows.ts';
import { outsideWords, windowAround } from './list-window.ts';
import { useRows } from './stage-layout.ts';

type Of<Kind extends BlockContent['kind']> = {
  readonly block: ReviewBlock;
  readonly content: Extract<BlockContent, { kind: Kind }>;
};

/** A block of the room's own: its name as title, and what it was given to show. */
export function ContentView({
  block,
  content,
}: {
  readonly block: ReviewBlock;
  readonly content: BlockContent;
}) {
  switch (content.kind) {
    case 'text':
      return <TextPage block={block} content={content} />;
    case 'checklist':
      return <Checklist block={block} content={content} />;
    case 'register':
      return <RegisterRows block={block} content={content} />;
    case 'charts':
      return <ChartSet block={block} content={content} />;
  }
}

function Title({ block }: { readonly block: ReviewBlock }) {
  return (
    <h1 dir="auto" className={styles['title']} data-long={[...block.name].length > 58 || undefined}>
      {block.name}
    </h1>
  );
}

function TextPage({ block, content }: Of<'text'>) {
  const { review } = useLive();
  const pages = textPages(content.text);
  const at = partAtHand(review)?.at ?? 0;
  return (
    <>
      <Title block={block} />
      <div className={styles['text']}>
        {(pages[at] ?? []).map((piece, index) =>
          piece.kind === 'paragraph' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page of text has no other identity than its order.
            <p key={index} dir="auto">
              {piece.text}
            </p>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page of text has no other identity than its order.
            <ul key={index} data-numbered={piece.numbered || undefined}>
              {piece.items.map((item, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two items may say the same.
                <li key={line} dir="auto">
                  {item}
                </li>
              ))}
            </ul>
          ),
        )}
      </div>
      {pages.length > 1 && (
        <p className={styles['more']}>
          Page {at + 1} of {pages.length}
        </p>
      )}
    </>
  );
}

function checklistLead(all: number, open: number): string {
  if (all === 0) return 'Nothing is on this list yet. v opens it: one thing for each line.';
  if (open === 0) return all === 1 ? 'Done.' : `All ${all} are done.`;
  return `${all - open} of ${all} done.`;
}

function Checklist({ block, content }: Of<'checklist'>) {
  const { review } = useLive();
  const pointed = usePointed(listOf(block));
  const open = untickedOf(content, review.ticked);
  const now = itemAtHand(content, review.ticked, pointed);
  const index = content.items.findIndex((item) => item.id === now?.id);
  const { shown, before, after } = windowAround(content.items, index, useRows(content.items.length));
  const outside = outsideWords(before, after);
  return (
    <>
      <Title block={block} />
      <p className={styles['lead']}>{checklistLead(content.items.length, open.length)}</p>
      {shown.length > 0 && (
        <ol className={`${styles['rows']} ${styles['ticks']}`}>
          {shown.map((item, offset) => {
            const done = Object.hasOwn(review.ticked, item.id);
            return (
              <li
                key={item.id}
                data-now={item.id === now?.id || undefined}
                data-done={done || undefined}
                aria-current={item.id === now?.id}
              >
                <span className={`${styles['date']} ${styles['quiet']}`}>{before + offset + 1}</span>
                <Mark shape={done ? 'check' : 'open'} />
                <span className={styles['two-lines']} dir="auto">
                  {item.text}
                  <span className="visually-hidden">{done ? ', done' : ', not done'}</span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {outside !== '' && <p className={styles['more']}>{outside}</p>}
    </>
  );
}

function whenWords(row: RegisterRow, today: string): string {
  if (row.on === null) return 'no date';
  return row.open && row.on < today ? `${shortDay(row.on)}, past` : shortDay(row.on);
}

function RegisterRows({ block, content }: Of<'register'>) {
  const { nameOf, today } = useLive();
  const pointed = usePointed(listOf(block));
  const rows = useViewRows(content);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === pointed),
  );
  const { shown, before, after } = windowAround(rows, at, useRows(rows.length));
  const outside = outsideWords(before, after);
  const counts = content.register !== 'changes';
  return (
    <>
      <h1 dir="auto">{registerTitle(content)}</h1>
      <p className={styles['lead']}>
        {rows.length === 0
          ? 'Nothing on record answers to that.'
          : `${counted(rows.length, 'entry', 'entries')}.`}
      </p>
      {rows.length > 0 && (
        <ol className={`${styles['rows']} ${styles['register']}`}>
          {shown.map((row, index) => (
            <li
              key={row.id}
              data-now={before + index === at || undefined}
              aria-current={before + index === at}
            >
              <span className={styles['quiet']}>{counts ? row.id : shortDay(row.since)}</span>
              <span className={styles['two-lines']} dir="auto" title={row.text}>
                {row.text}
              </span>
              <span className={`${styles['quiet']} ${styles['cut']}`} dir="auto">
                {row.owner === null ? 'no owner' : nameOf(row.owner)}
              </span>
              <span className={`${styles['quiet']} ${styles['cut']}`}>
                {counts ? whenWords(row, today) : row.status}
              </span>
              <span className={`${styles['quiet']} ${styles['cut']}`}>{counts ? row.status : ''}</span>
            </li>
          ))}
        </ol>
      )}
      {outside !== '' && <p className={styles['more']}>{outside}</p>}
    </>
  );
}
