import { useLive } from '#renderer/src/features/live/live.ts';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockDifference, clockFigure } from '#renderer/src/features/live/wording.ts';
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

function Row({ block, clock, now, scale }: RowProps) {
  const used = clock?.usedMs ?? 0;
  const planned = block.minutes * 60_000;
  const width = (ms: number) => Math.max(0, Math.round((ms / 60_000) * scale));
  const begun = used > 0;
  return (
    <li
      data-now={now || undefined}
      data-protected={block.protected || undefined}
      aria-current={now ? 'step' : undefined}
    >
      <span className={styles['name']} title={block.name}>
        {block.name}
      </span>
      <span className={styles['bar']} style={{ width: Math.max(4, width(planned)) }} aria-hidden="true">
        <i style={{ width: width(Math.min(used, planned)) }} />
        <u style={{ left: width(planned), width: Math.min(14, width(used - planned)) }} />
      </span>
      <span className={styles['figure']}>{block.minutes}</span>
      <span className={styles['figure']}>{begun ? clockFigure(used) : ''}</span>
      <span className={styles['difference']}>{begun ? clockDifference(used - planned) : ''}</span>
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
      <p className={styles['foot']}>Outlined blocks never give time unless named.</p>
    </Section>
  );
}
