import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { ledgerOn } from '#shared/review/commitments.ts';
import styles from './PromisesKept.module.css';

const WIDTH = 320;
const HEIGHT = 64;
const MARGIN = 8;
const SHOWN = 12;

/** The share of promises kept, review by review: the organization's, never a person's. */
export function PromisesKept() {
  const { actions, reviews } = useRegisters();
  const today = useToday();
  const held = reviews.flatMap(({ status, date }) => (status === 'closed' && date !== null ? [date] : []));
  const rates = [...new Set([...held, today])].slice(-SHOWN).flatMap((date) => {
    const { rate, kept, fellDue } = ledgerOn(actions, date);
    return rate === null ? [] : [{ date, share: rate, kept, due: fellDue }];
  });
  const last = rates.at(-1);
  if (last === undefined) return null;
  const x = (at: number) => MARGIN + (at * (WIDTH - 80)) / Math.max(1, rates.length - 1);
  const y = (share: number) => HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
  const line = rates.map((rate, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(rate.share)}`).join('');
  const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;
  const said = rates
    .map((rate) => `${percent(rate.share)} of those due by ${shortDay(rate.date)}`)
    .join(', ');
  return (
    <Section title="Promises kept" remark="by their first date, of all that fell due">
      <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
        <path d={line} />
        {rates.map((rate, at) => (
          <circle key={rate.date} cx={x(at)} cy={y(rate.share)} r={at === rates.length - 1 ? 4 : 2.5} />
        ))}
        <text x={x(rates.length - 1) + 10} y={y(last.share) + 5}>
          {percent(last.share)}
        </text>
      </svg>
      <p className={styles.remark}>
        {last.kept} of {last.due} that fell due by {shortDay(last.date)}
      </p>
    </Section>
  );
}
