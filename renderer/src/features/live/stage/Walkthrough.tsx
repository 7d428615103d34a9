import { useMemo } from 'react';
import { useLive } from '#renderer/src/features/live/live.ts';
import { inARow } from '#renderer/src/features/live/wording.ts';
import { saidBefore } from '#renderer/src/walk/said.ts';
import { Told } from '#renderer/src/walk/Told.tsx';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import { CheckWalk } from './CheckWalk.tsx';
import { StageChart } from './StageChart.tsx';
import { useVerdictWords } from './StageFooter.tsx';
import { useStageLayout } from './stage-layout.ts';
import { titleLength } from './title.ts';
import styles from './Walkthrough.module.css';

/** What earlier reviews said about it, the last one first, and how many reviews in a row have now seen it. */
function useLastTime({ id }: ReviewAnomaly): { readonly said: readonly string[]; readonly row: string } {
  const { registers, review, nameOf } = useLive();
  return useMemo(() => {
    const { said, inARow: before } = saidBefore(id, review.id, registers, nameOf);
    return { said, row: inARow(before) };
  }, [id, review.id, registers, nameOf]);
}

/** One anomaly: the sentence as title, the chart that proves it, what moved with it, what was said last time. */
export function Walkthrough({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const { said: last, row } = useLastTime(anomaly);
  const verdictWords = useVerdictWords();
  const upper = useStageLayout() === 'upper';
  const decided = anomaly.verdict !== null || anomaly.asideReason !== null;
  // In its own window the foot of the stage says it.
  const verdict = upper && decided ? verdictWords(anomaly) : null;
  const lastTime = last[0] === undefined ? null : `${row}Last time, ${last[0]}.`;
  const beside = anomaly.movedWith.map((one) => one.text);
  return (
    <>
      <h1 className={styles['title']} data-long={titleLength(anomaly.headline)}>
        <Told text={anomaly.headline} names={[anomaly.entityName]} />
      </h1>
      {anomaly.check !== undefined && (
        <CheckWalk anomaly={anomaly} check={anomaly.check} decided={verdict} last={lastTime} />
      )}
      {anomaly.check === undefined && (
        <div className={styles['walk']} data-wide={upper || undefined}>
          <figure className={styles['figure']}>
            <StageChart anomaly={anomaly} />
            <figcaption className={styles['caption']}>
              {verdict !== null && <b>{verdict}. </b>}
              <Told text={anomaly.sentence} names={[anomaly.entityName]} />
            </figcaption>
            {upper && <BesideLine moved={beside} last={lastTime} />}
          </figure>
          {!upper && <Beside moved={beside} last={last} row={row} />}
        </div>
      )}
    </>
  );
}

type LineProps = { readonly moved: readonly string[]; readonly last: string | null };

/** What stands beside the chart in the stage's own window, in a line or two where there is no room for it. */
function BesideLine({ moved, last }: LineProps) {
  const more = moved.length - 1;
  const parts = [
    ...(last === null ? [] : [last]),
    ...(moved[0] === undefined ? [] : [`With it: ${moved[0]}${more > 0 ? `; and ${more} more` : ''}.`]),
  ];
  if (parts.length === 0) return null;
  return (
    <p className={`${styles['caption']} ${styles['quiet']}`} dir="ltr">
      {parts.join(' ')}
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
            <li key={text} dir="ltr">
              {text}
            </li>
          ))}
        </ul>
      )}
      <h2>Last time</h2>
      <p dir="ltr">
        {row}
        {last[0] ?? 'New: no review has seen it before.'}
        {last.length > 1 && `; before that ${last.length - 1} more`}
      </p>
    </aside>
  );
}
