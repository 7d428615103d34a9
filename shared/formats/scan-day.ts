import { type Day, msToDay } from '#shared/day.ts';
import { epochUnit, readMoment } from '#shared/tabular/dates.ts';

const EARLIEST = Date.UTC(2000, 0, 1);

/** Day on which a scan or report says that it was made; null where it says none, or one before the year 2000. */
export function scanDay(written: string): Day | null {
  const moment = readMoment(written, { order: 'ymd', epoch: epochUnit(written) });
  return moment?.kind === 'moment' && moment.ms >= EARLIEST ? msToDay(moment.ms) : null;
}
