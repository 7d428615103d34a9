import type { KeyboardEvent } from 'react';
import { useLive } from '#renderer/src/features/live/live.ts';
import { useBlockActions } from '#renderer/src/features/live/use-agenda-commands.ts';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockDifference, counted, minutesFigure } from '#renderer/src/features/live/wording.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { BlockClock } from '#shared/review/clock-at.ts';
import type { ReviewBlock } from '#shared/review/review.ts';
import styles from './AgendaPlan.module.css';

/** Pixels for one minute, so that the longest block still fits. */
function scaleOf(blocks: readonly ReviewBlock[]): number {
  return Math.min(4, 48 / Math.max(1, ...blocks.map((block) => block.minutes)));
}

type RowProps = {
  readonly block: ReviewBlock;
  readonly clock: BlockClock | undefined;
  readonly now: boolean;
  readonly scale: number;
};

/** The name of a block as a button: Enter goes there, Alt with an arrow moves it, Delete leaves it out today. */
function BlockName({ block, dropped }: { readonly block: ReviewBlock; readonly dropped: boolean }) {
  const { jump, move, drop } = useBlockActions();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') move(block.id, -1);
    else if (event.altKey && event.key === 'ArrowDown') move(block.id, 1);
    else if (event.key === 'Delete') drop(block.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={styles['name']}
      title={block.name}
      onClick={() => jump(block.id)}
      onKeyDown={onKeyDown}
    >
      {block.name}
      {dropped && <span className={styles['aside']}>, not today</span>}
    </button>
  );
}

function Row({ block, clock, now, scale }: RowProps) {
  const used = clock?.usedMs ?? 0;
  const planned = block.minutes * 60_000;
  const width = (ms: number) => Math.max(0, Math.round((ms / 60_000) * scale));
  const begun = used > 0;
  const dropped = block.minutes === 0 && !now && !begun;
  return (
    <li
      data-now={now || undefined}
      data-dropped={dropped || undefined}
      data-protected={block.protected || undefined}
      aria-current={now ? 'step' : undefined}
    >
      <BlockName block={block} dropped={dropped} />
      <span className={styles['bar']} style={{ width: Math.max(4, width(planned)) }} aria-hidden="true">
        <i style={{ width: width(Math.min(used, planned)) }} />
        <u style={{ left: width(planned), width: Math.min(14, width(used - planned)) }} />
      </span>
      <span className={styles['figure']} aria-hidden="true">
        {block.minutes}
      </span>
      <span className={styles['figure']} aria-hidden="true">
        {begun ? minutesFigure(used) : ''}
      </span>
      <span className={styles['difference']} aria-hidden="true">
        {begun ? clockDifference(used - planned) : ''}
      </span>
      <span className="visually-hidden">
        {`, ${counted(block.minutes, 'minute')} planned`}
        {begun ? `, ${minutesFigure(used)} used, ${clockDifference(used - planned)}` : ''}
        {now ? ', at hand' : ''}
      </span>
    </li>
  );
}

/** Every block with its plan, what was used and the difference; protected blocks are outlined. */
export function AgendaPlan() {
  const { review } = useLive();
  const { blocks } = useClock();
  const scale = scaleOf(review.blocks);
  return (
    <Section title="Agenda" remark="plan, used, difference">
      <ol className={styles['agenda']}>
        {review.blocks.map((block) => (
          <Row
            key={block.id}
            block={block}
            clock={blocks.find((one) => one.block === block.id)}
            now={block.id === review.currentBlock}
            scale={scale}
          />
        ))}
      </ol>
      <p className={styles['foot']}>
        Outlined blocks never give time unless named. On a name: <Key>Enter</Key> goes there, <Key>Alt</Key>{' '}
        <Key>↑</Key> <Key>↓</Key> moves it, <Key>Delete</Key> leaves it out today.
      </p>
    </Section>
  );
}
