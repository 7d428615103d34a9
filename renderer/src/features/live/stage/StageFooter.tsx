import { ExpectedEnd } from '#renderer/src/features/live/ExpectedEnd.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { verdictById } from '#shared/drive/registers.ts';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import styles from './Stage.module.css';

function Progress() {
  const { review } = useLive();
  const { block } = useClock();
  const at = review.blocks.findIndex((one) => one.id === review.currentBlock);
  const done = block === null || block.plannedMs === 0 ? 1 : Math.min(1, block.usedMs / block.plannedMs);
  return (
    <div className={styles['progress']} role="img" aria-label={`Block ${at + 1} of ${review.blocks.length}`}>
      {review.blocks.map((one, index) => (
        <i
          key={one.id}
          data-place={index < at ? 'past' : 'ahead'}
          style={{
            flex: Math.max(1, one.minutes),
            ...(index === at
              ? {
                  background: `linear-gradient(90deg, var(--ink) ${done * 100}%, var(--line) ${done * 100}%)`,
                }
              : {}),
          }}
        />
      ))}
    </div>
  );
}

/** The verdict of an anomaly in one line, with owner and date where it has them. */
export function useVerdictWords(): (anomaly: ReviewAnomaly) => string {
  const { nameOf } = useLive();
  return (anomaly) => {
    const { verdict, asideReason } = anomaly;
    if (verdict === null) return asideReason === null ? 'No verdict yet' : `Set aside: ${asideReason}`;
    const parts = [
      verdictById(verdict.verdict)?.name ?? verdict.verdict,
      ...(verdict.owner === null ? [] : [nameOf(verdict.owner)]),
      ...(verdict.due === null ? [] : [`by ${longDay(verdict.due)}`]),
      ...(verdict.until === null ? [] : [`until ${longDay(verdict.until)}`]),
    ];
    return `Verdict: ${parts.join(', ')}`;
  };
}

/** How far the meeting is, and when it ends; at an anomaly what became of it. */
export function StageFooter() {
  const { review } = useLive();
  const verdictWords = useVerdictWords();
  const anomaly = stepNow(review)?.anomaly ?? null;
  return (
    <footer className={styles['footer']}>
      <Progress />
      <span dir="auto">{anomaly === null ? <ExpectedEnd /> : verdictWords(anomaly)}</span>
    </footer>
  );
}
