import { useMemo } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import { inARow } from '#renderer/src/features/live/wording.ts';
import { ChartTableView } from '#renderer/src/walk/ChartTableView.tsx';
import { eventsNear } from '#renderer/src/walk/happenings.ts';
import { saidBefore } from '#renderer/src/walk/said.ts';
import { drawProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import { CheckWalk } from './CheckWalk.tsx';
import { useVerdictWords } from './StageFooter.tsx';
import styles from './Walkthrough.module.css';

type Props = {
  readonly anomaly: ReviewAnomaly;
  /** Above the line: the chart takes the whole width, what moved with it is one line. */
  readonly wide: boolean;
};

/** What earlier reviews said about it, the last one first, and how many reviews in a row have now seen it. */
function useLastTime({ id }: ReviewAnomaly): { readonly said: readonly string[]; readonly row: string } {
  const { registers, review, nameOf } = useLive();
  return useMemo(() => {
    const { said, inARow: before } = saidBefore(id, review.id, registers, nameOf);
    return { said, row: inARow(before) };
  }, [id, review.id, registers, nameOf]);
}

/** One anomaly: the sentence as title, the chart that proves it, what moved with it, what was said last time. */
export function Walkthrough({ anomaly, wide }: Props) {
  const { said: last, row } = useLastTime(anomaly);
  const verdictWords = useVerdictWords();
  const decided = anomaly.verdict !== null || anomaly.asideReason !== null;
  const beside = anomaly.movedWith.map((one) => one.text);
  return (
    <>
      <h1 className={styles['title']} data-long={anomaly.headline.length > 58 || undefined} dir="auto">
        {anomaly.headline}
      </h1>
      {anomaly.check === undefined ? (
        <div className={styles['walk']} data-wide={wide || undefined}>
          <figure className={styles['figure']}>
            <Proof anomaly={anomaly} wide={wide} />
            <figcaption className={styles['caption']}>
              {wide && decided ? <b>{verdictWords(anomaly)}. </b> : null}
              <span dir="auto">{anomaly.sentence}</span>
            </figcaption>
            {wide && <BesideLine moved={beside} last={last[0] ?? null} row={row} />}
          </figure>
          {!wide && <Beside moved={beside} last={last} row={row} />}
        </div>
      ) : (
        <CheckWalk
          anomaly={anomaly}
          check={anomaly.check}
          low={wide}
          decided={wide && decided ? verdictWords(anomaly) : null}
          last={last[0] ?? null}
        />
      )}
    </>
  );
}

function Proof({ anomaly: { reading, onset }, wide }: Props) {
  const { registers } = useLive();
  const svg = useMemo(() => {
    const events = eventsNear(reading, onset, registers);
    return drawProcessBehaviour(reading, wide ? 'stage-wide' : 'stage', { events });
  }, [reading, onset, registers, wide]);
  return (
    <>
      <SvgChart svg={svg} />
      <ChartTableView reading={reading} />
    </>
  );
}

type LineProps = { readonly moved: readonly string[]; readonly last: string | null; readonly row: string };

/** What stands beside the chart in the stage's own window, in one line where there is no room for it. */
function BesideLine({ moved, last, row }: LineProps) {
  const parts = [
    ...(last === null ? [] : [`${row}Last time, ${last}.`]),
    ...(moved.length === 0 ? [] : [`With it: ${moved.join('; ')}.`]),
  ];
  if (parts.length === 0) return null;
  const words = parts.join(' ');
  return (
    <p className={styles['line']} dir="auto" title={words}>
      {words}
    </p>
  );
}

type BesideProps = {
  readonly moved: readonly string[];
  readonly last: readonly string[];
  readonly row: string;
};

function Beside({ moved, last, row }: BesideProps) {
  return (
    <aside className={styles['aside']}>
      <h2>What moved with it</h2>
      {moved.length === 0 ? (
        <p>Nothing else left its routine within two weeks.</p>
      ) : (
        <ul>
          {moved.map((text) => (
            <li key={text} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
      <h2>Last time</h2>
      <p dir="auto">
        {row}
        {last[0] ?? 'New: no review has seen it before.'}
      </p>
      {last.length > 1 && <p className={styles['more']}>{last.length - 1} more before that</p>}
    </aside>
  );
}
