import { describe, expect, it } from 'vitest';
import { saidBefore } from '#renderer/src/walk/said.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { aLiveLog, anAnomaly, VERDICT } from '#tests/support/written-log.ts';

const SERIES = 'change-lead-time|Search';
const anomaly = (onset: string) => anAnomaly(`${SERIES}|signal|${onset}`, { onset });

/** Two closed reviews of the same series and one that runs, the newest last. */
function logs(write: (log: ReturnType<typeof aLiveLog>) => void) {
  const first = aLiveLog({ anomalies: [anomaly('2026-09-14')] }, 'r1');
  write(first);
  first.review('11:00:00', 'review-closed', {});
  const second = aLiveLog({ anomalies: [anomaly('2026-09-21')] }, 'r2');
  second.review('11:00:00', 'review-closed', {});
  const events = [...first.events, ...second.events.map((event) => ({ ...event, id: `second ${event.id}` }))];
  return foldRegisters(events);
}

const about = (registers: ReturnType<typeof logs>, review = 'r3') =>
  saidBefore(`${SERIES}|signal|2026-09-14`, review, registers, (id) => id.toUpperCase());

describe('what was said before about an anomaly', () => {
  it('is every review’s verdict on its series with its reason, newest first, whatever the onset was', () => {
    const registers = logs((log) =>
      log.review('10:20:00', 'verdict-given', {
        anomaly: `${SERIES}|signal|2026-09-14`,
        verdict: 'watch',
        ...VERDICT,
        reason: 'the freeze',
      }),
    );
    expect(about(registers)).toEqual({
      said: ['18\u00a0November: not reached', '18\u00a0November: watch; the freeze'],
      inARow: 2,
    });
  });

  it('leaves out what the running review itself says', () => {
    const registers = logs(() => undefined);
    expect(about(registers, 'r2').said).toHaveLength(1);
  });

  it('says what was promised then, by whom, and how it stands', () => {
    const registers = logs((log) => {
      log.review('10:20:00', 'anomaly-opened', { anomaly: `${SERIES}|signal|2026-09-14` });
      log.review('10:21:00', 'verdict-given', {
        anomaly: `${SERIES}|signal|2026-09-14`,
        verdict: 'act',
        ...VERDICT,
      });
      log.review('10:21:00', 'captured', {
        item: 'i1',
        kind: 'action',
        text: 'Split the queue',
        line: 'Split the queue',
        owner: 'li',
        due: '2026-11-27',
        block: null,
        anomaly: `${SERIES}|signal|2026-09-14`,
      });
    });
    expect(about(registers).said[1]).toBe(
      '18\u00a0November: act; A-1 Split the queue (LI, open, due 27\u00a0Nov)',
    );
  });
});
