import { type Live, useLive } from '#renderer/src/features/live/live.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { startMetrics } from '#shared/drive/catalogue.ts';
import { riskBand } from '#shared/drive/registers.ts';
import { ledgerOn } from '#shared/review/commitments.ts';
import type { ReviewBlock } from '#shared/review/review.ts';
import styles from './Blocks.module.css';
import { useRows } from './stage-layout.ts';

type Row = { readonly id: string; readonly text: string; readonly when: string; readonly who: string };
type OnRecord = { readonly lead: string; readonly rows: readonly Row[] };

function risks({ registers, today, nameOf }: Live): OnRecord {
  const open = registers.risks.filter((risk) => risk.status === 'open');
  const due = open.filter((risk) => risk.reviewOn !== null && risk.reviewOn <= today).length;
  const bandOf = (likelihood: number | null, impact: number | null) =>
    likelihood === null || impact === null ? 'not rated' : (riskBand(likelihood, impact)?.id ?? 'not rated');
  return {
    lead:
      open.length === 0
        ? 'No risk is on record. r takes one down.'
        : `${open.length} open, ${due} due for a look.`,
    rows: open
      .toSorted((left, right) => ((left.reviewOn ?? '9999') < (right.reviewOn ?? '9999') ? -1 : 1))
      .map((risk) => ({
        id: risk.id,
        text: `${risk.id} ${risk.text}`,
        when: risk.reviewOn === null ? 'no date' : `look ${shortDay(risk.reviewOn)}`,
        who: [
          bandOf(risk.likelihood, risk.impact),
          ...(risk.owner === null ? [] : [nameOf(risk.owner)]),
        ].join(', '),
      })),
  };
}

function trends({ registers, today }: Live): OnRecord {
  const ledger = ledgerOn(registers.actions, today);
  const rate =
    ledger.rate === null
      ? 'No promise has fallen due yet.'
      : `${Math.round(ledger.rate * 100)}\u00a0% of ${ledger.fellDue} promises were kept by their first date.`;
  return { lead: `${rate} Experiments and goals are not measured here.`, rows: [] };
}

function deepDive({ review }: Live): OnRecord {
  const rows = review.anomalies.map((anomaly) => ({
    id: anomaly.id,
    text: anomaly.headline,
    when: anomaly.status === 'decided' ? 'decided' : 'open',
    who: anomaly.entityName,
  }));
  return {
    lead: rows.length === 0 ? 'No open signal to dive into: the room picks.' : 'Open signals to pick from.',
    rows,
  };
}

function notMeasured(live: Live, words: readonly string[], what: string): OnRecord {
  const known = new Set(live.review.anomalies.map((anomaly) => anomaly.metric));
  const metrics = startMetrics.filter(({ id }) => words.some((word) => id.includes(word)));
  const rows = metrics.map((metric) => ({
    id: metric.id,
    text: metric.name,
    when: known.has(metric.id) ? 'a signal is open' : '',
    who: '',
  }));
  return { lead: `${what} have no record of their own here; what is said is taken down as it comes.`, rows };
}

function onRecord(block: ReviewBlock, live: Live): OnRecord {
  switch (block.kind) {
    case 'risks':
      return risks(live);
    case 'trends':
      return trends(live);
    case 'deep-dive':
      return deepDive(live);
    case 'scorecards':
      return notMeasured(live, ['scorecard'], 'Scorecards');
    case 'launches':
      return notMeasured(live, ['adoption', 'time-to-value'], 'Launches');
    default:
      return { lead: '', rows: [] };
  }
}

/** What stands under the title where no register has anything. */
function emptyLead({ stage }: ReviewBlock): string {
  return stage === ''
    ? 'A topic of the room’s own; v gives it something to show. What comes of it is taken down as it is said.'
    : `To see: ${stage}.`;
}

/** A block without a view of its own: what it is for, what the registers have for it, when it is done. */
export function RegisterView({ block }: { readonly block: ReviewBlock }) {
  const live = useLive();
  const { lead, rows } = onRecord(block, live);
  const shownRows = useRows(rows.length + 2) - 1;
  return (
    <>
      <h1 dir="auto">{block.purpose}</h1>
      <p className={styles['lead']}>{lead === '' ? emptyLead(block) : lead}</p>
      {rows.length > 0 && (
        <ul className={`${styles['rows']} ${styles['dated']}`}>
          {rows.slice(0, shownRows).map((row) => (
            <li key={row.id}>
              <span className={styles['quiet']}>{row.when}</span>
              <span className={styles['cut']} dir="auto" title={row.text}>
                {row.text}
              </span>
              <span className={`${styles['quiet']} ${styles['cut']}`} dir="auto">
                {row.who}
              </span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > shownRows && (
        <p className={styles['more']}>and {rows.length - shownRows} more in the registers</p>
      )}
      {block.done !== '' && <p className={styles['lead']}>Done when: {block.done}</p>}
    </>
  );
}
