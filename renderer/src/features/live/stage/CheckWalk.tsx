import { useMemo } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { CordMark } from '#renderer/src/ui/CordMark.tsx';
import { ChartTableView } from '#renderer/src/walk/ChartTableView.tsx';
import { CheckEvidence } from '#renderer/src/walk/CheckEvidence.tsx';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import { drawProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import type { AnomalyCheck } from '#shared/signals/reading.ts';
import styles from './CheckWalk.module.css';

type Props = {
  readonly anomaly: ReviewAnomaly;
  readonly check: AnomalyCheck;
  /** The line stands beneath: there is less height for the chart. */
  readonly low: boolean;
  /** What was decided, in words; null while nothing is, or where the foot of the stage says it. */
  readonly decided: string | null;
  readonly last: string | null;
};

/** Heights that leave room for the sentence and the rule beneath the chart. */
const HEIGHT = { low: 264, whole: 344 };
const WIDTH = 760;

/** A chart says something from two values on. */
function hasChart({ reading }: ReviewAnomaly): boolean {
  return reading.points.filter(({ value }) => value !== null).length > 1;
}

/** A claim that comes from reading two things together: what it rests on, its rule, and what would refute it. */
export function CheckWalk({ anomaly, check, low, decided, last }: Props) {
  const charted = hasChart(anomaly);
  return (
    <div className={styles['walk']} data-low={low || undefined}>
      <div className={styles['claim']}>
        {charted ? (
          <Chart anomaly={anomaly} height={low ? HEIGHT.low : HEIGHT.whole} />
        ) : (
          <CheckEvidence check={check} most={low ? 6 : 9} look="columns" />
        )}
        <p className={styles['sentence']} dir="auto">
          {decided !== null && <b>{decided}. </b>}
          {anomaly.sentence}
        </p>
        <p className={styles['rule']} dir="auto">
          {check.rule}
        </p>
      </div>
      <aside className={styles['aside']}>
        {check.level === 'stop' && (
          <p className={styles['stop']}>
            <CordMark />
            The andon is suggested
          </p>
        )}
        {charted && <CheckEvidence check={check} most={low ? 3 : 4} look="list" />}
        <h2>It would be wrong if</h2>
        <ul>
          {[...check.refutedBy, ...check.notes].map((text) => (
            <li key={text} dir="auto">
              {text}
            </li>
          ))}
        </ul>
        {last !== null && <p dir="auto">Last time, {last}.</p>}
      </aside>
    </div>
  );
}

function Chart({
  anomaly: { reading },
  height,
}: {
  readonly anomaly: ReviewAnomaly;
  readonly height: number;
}) {
  const svg = useMemo(
    () => drawProcessBehaviour(reading, { ...CHART_SIZES.stage, width: WIDTH, height }),
    [reading, height],
  );
  return (
    <>
      <SvgChart svg={svg} />
      <ChartTableView reading={reading} />
    </>
  );
}
