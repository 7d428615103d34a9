import { midSentence } from '#renderer/src/features/live/wording.ts';
import { CordMark } from '#renderer/src/ui/CordMark.tsx';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import type { AnomalyCheck } from '#shared/signals/reading.ts';
import styles from './CheckWalk.module.css';
import { StageChart } from './StageChart.tsx';

type Props = {
  readonly anomaly: ReviewAnomaly;
  readonly check: AnomalyCheck;
  /** What was decided, in words; null while nothing is, or where the foot of the stage says it. */
  readonly decided: string | null;
  readonly last: string | null;
};

/** A chart says something from two values on. */
function hasChart({ reading }: ReviewAnomaly): boolean {
  return reading.points.filter(({ value }) => value !== null).length > 1;
}

/**
 * A claim that comes from reading two things together: what it rests on, and what would refute it first. The rule and
 * everything else that would refute it stand on the console and in the readout.
 */
export function CheckWalk({ anomaly, check, decided, last }: Props) {
  const charted = hasChart(anomaly);
  const [refuted] = check.refutedBy;
  const quiet = [
    ...(refuted === undefined ? [] : [`It would be wrong if ${midSentence(refuted)}.`]),
    ...(last === null ? [] : [last]),
  ].join(' ');
  return (
    <div className={styles['walk']}>
      <div className={styles['proof']} data-charted={charted || undefined}>
        {charted && <StageChart anomaly={anomaly} />}
        <RestsOn check={check} />
      </div>
      <p className={styles['sentence']} dir="auto">
        {check.level === 'stop' && (
          <>
            <CordMark /> <b>The andon is suggested. </b>
          </>
        )}
        {decided !== null && <b>{decided}. </b>}
        {anomaly.sentence}
      </p>
      {quiet !== '' && (
        <p className={styles['quiet']} dir="auto">
          {quiet}
        </p>
      )}
    </div>
  );
}

/** A day keeps its month at the end of a line. */
function kept(period: string): string {
  return period.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

/** The numbers and records themselves, as many as there is room for, the weightiest first. */
function RestsOn({ check }: { readonly check: AnomalyCheck }) {
  return (
    <dl className={styles['evidence']}>
      {check.evidence.map(({ label, value, period }) => (
        <div key={`${label} ${value}`}>
          <dt dir="auto">{label}</dt>
          <dd dir="auto">
            {value}
            {period !== null && <span>, {kept(period)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
