import { toBundle } from '#shared/events/bundle.ts';
import { startHistory } from '#shared/sample/history/history-log.ts';
import { pinDay, writeOrganization } from '#shared/sample/history/organization.ts';
import { PAST_REVIEWS } from '#shared/sample/history/past-reviews.ts';
import { writeDone } from '#shared/sample/history/promises.ts';
import { writeRecords } from '#shared/sample/history/records.ts';
import { writeReview } from '#shared/sample/history/write-review.ts';

/** What the sample organization has on record: its set-up, its registers and its three earlier reviews, as events. */
export function reviewHistory(): string {
  const log = startHistory();
  writeOrganization(log);
  writeRecords(log);
  writeDone(log);
  let lastClosedMs: number | null = null;
  for (const past of PAST_REVIEWS) lastClosedMs = writeReview(log, past, lastClosedMs);
  pinDay(log);
  return `${JSON.stringify(toBundle(log.events()), null, 1)}\n`;
}
