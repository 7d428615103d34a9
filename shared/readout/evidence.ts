import { verdictById } from '#shared/drive/registers.ts';
import type { Review, ReviewAnomaly, ReviewItem } from '#shared/review/review.ts';
import type { Anomaly } from '#shared/signals/reading.ts';
import type { NameOf } from './names.ts';
import type { ReadoutEvidence } from './readout.ts';

/** The anomaly as it was shown, without what the review noted on it. */
function asShown(entry: ReviewAnomaly): Anomaly {
  const { status, verdict, contested, asideReason, openedAtMs, asked, ...anomaly } = entry;
  return anomaly;
}

/** What the room saw, in the order of the walk, with what it decided and what came of it. */
export function evidenceOf(
  review: Pick<Review, 'anomalies'>,
  items: readonly ReviewItem[],
  numberOf: (item: ReviewItem) => string,
  nameOf: NameOf,
): readonly ReadoutEvidence[] {
  const shown = review.anomalies.filter(({ status }) => status === 'shown' || status === 'decided');
  return shown.map((entry, index) => {
    const { verdict } = entry;
    const made = items.filter(
      (item) => item.anomaly === entry.id && (item.kind === 'action' || item.kind === 'initiative'),
    );
    return {
      id: `E${index + 1}`,
      anomaly: asShown(entry),
      verdict: verdict?.verdict ?? null,
      verdictName: verdict === null ? null : (verdictById(verdict.verdict)?.name ?? verdict.verdict),
      reason: verdict?.reason ?? null,
      owner: nameOf(verdict?.owner ?? null),
      due: verdict?.due ?? null,
      until: verdict?.until ?? null,
      commitments: made.map(numberOf),
      ...(entry.asked.length === 0 ? {} : { asked: entry.asked }),
    };
  });
}
