import { tick } from '#renderer/src/features/live/block-keys.ts';
import { useBlockRows } from '#renderer/src/features/live/block-rows.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { useViewRows } from '#renderer/src/features/live/stage/content-rows.ts';
import { CHANGE_BLOCK } from '#renderer/src/features/live/use-block-commands.tsx';
import { currentCommands } from '#renderer/src/state/commands.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { CONTENT_NAMES, chartAtHand, contentWords } from '#shared/review/block-content.ts';
import type { BlockContent, ReviewBlock } from '#shared/review/review.ts';
import styles from './AtHand.module.css';

type Of<Kind extends BlockContent['kind']> = {
  readonly block: ReviewBlock;
  readonly content: Extract<BlockContent, { kind: Kind }>;
};

/** What the block at hand shows the room, in whole: every item, every entry, every chart by name. */
export function ContentAtHand({
  block,
  content,
}: {
  readonly block: ReviewBlock;
  readonly content: BlockContent;
}) {
  return (
    <Section
      title={CONTENT_NAMES[content.kind]}
      remark={
        <Button
          look="link"
          onPress={() =>
            currentCommands()
              .find(({ id }) => id === CHANGE_BLOCK)
              ?.run()
          }
        >
          Change
        </Button>
      }
    >
      <Shown block={block} content={content} />
    </Section>
  );
}

function Shown({ block, content }: { readonly block: ReviewBlock; readonly content: BlockContent }) {
  switch (content.kind) {
    case 'text':
      return (
        <p className={styles['text']} dir="auto">
          {content.text}
        </p>
      );
    case 'checklist':
      return <Items block={block} content={content} />;
    case 'register':
      return <Entries content={content} />;
    case 'charts':
      return <Charts content={content} />;
  }
}

function Items({ block, content }: Of<'checklist'>) {
  const live = useLive();
  const desk = useDesk();
  const { rows, now } = useBlockRows();
  return (
    <ul className={styles['ask']}>
      {content.items.map((item) => {
        const done = Object.hasOwn(live.review.ticked, item.id);
        return (
          <li key={item.id} data-done={done || undefined} data-now={item.id === now || undefined}>
            <button
              type="button"
              className={styles['tick']}
              aria-pressed={done}
              onClick={() => tick({ block, now, rows, live, desk }, item.id)}
            >
              <Mark shape={done ? 'check' : 'open'} />
              <span dir="auto">{item.text}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Entries({ content }: Pick<Of<'register'>, 'content'>) {
  const { nameOf } = useLive();
  const { now } = useBlockRows();
  const rows = useViewRows(content);
  return (
    <>
      <p className={styles['because']}>{contentWords(content)}</p>
      {rows.length === 0 && <p>Nothing on record answers to that.</p>}
      <ul className={styles['ask']}>
        {rows.map((row) => (
          <li key={row.id} data-now={row.id === now || undefined}>
            <span dir="auto">
              {content.register === 'changes' ? '' : `${row.id} `}
              {row.text}
              <small>
                {' '}
                {row.owner === null ? 'no owner' : nameOf(row.owner)}
                {row.on === null ? ', no date' : `, ${shortDay(row.on)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Charts({ content }: Pick<Of<'charts'>, 'content'>) {
  const { review } = useLive();
  const now = chartAtHand(review);
  return (
    <>
      <ul className={styles['ask']}>
        {content.series.map(({ id, name }) => (
          <li key={id} data-now={id === now?.id || undefined}>
            <span dir="auto">
              {name}
              {!review.charts.some((one) => one.id === id) && <small> is not on record</small>}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles['because']} dir="auto">
        {now?.reading?.sentence ?? ''}
      </p>
    </>
  );
}
