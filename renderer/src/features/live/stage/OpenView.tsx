import { useLive } from '#renderer/src/features/live/live.ts';
import { attendanceWords, counted, midSentence, rolesWords } from '#renderer/src/features/live/wording.ts';
import { dayAndMonth } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { STATE_SHAPES } from '#renderer/src/ui/state-shapes.ts';
import { dimensionById, dimensions } from '#shared/drive/catalogue.ts';
import { closingRuleById, seriesStates } from '#shared/drive/registers.ts';
import { carryOver } from '#shared/review/carry-over.ts';
import { restatedCount, restatedWords } from '#shared/review/restated.ts';
import type { Review } from '#shared/review/review.ts';
import type { DimensionRead } from '#shared/signals/reading.ts';
import styles from './Blocks.module.css';

function Tile({ dimension, read }: { readonly dimension: string; readonly read: DimensionRead | null }) {
  const name = dimensionById(dimension)?.name ?? dimension;
  if (read === null) {
    return (
      <li>
        <h2>
          <Mark shape="open" tone="missing" />
          {name}
        </h2>
        <p>Not measured: no series yet.</p>
      </li>
    );
  }
  const state = seriesStates.find((one) => one.id === read.state)?.name ?? read.state;
  return (
    <li>
      <h2>
        <Mark shape={STATE_SHAPES[read.state]} tone={read.state} />
        {name}
      </h2>
      <p>
        <b>{state}.</b> <span dir="auto">{read.sentence}</span>
      </p>
      {read.stale.length > 0 && <p>{counted(read.stale.length, 'series is', 'series are')} stale.</p>}
    </li>
  );
}

/** Nothing measured and nothing unusual are two different things. */
function openingWords({ dimensions: reads }: Pick<Review, 'dimensions'>, shown: number): string {
  if (shown > 0) return `${counted(shown, 'anomaly', 'anomalies')} to walk, worst first.`;
  return reads.some((read) => read.series > 0)
    ? 'Nothing left its routine. The walk will be short.'
    : 'No series is measured yet. The walk is what the room knows; take it down as it comes.';
}

/** What the last review closed without, each rule with its reason: it opens this one. */
function Waived() {
  const { registers, today } = useLive();
  const { waivers } = carryOver(registers, today);
  if (waivers.length === 0) return null;
  const said = waivers.map(
    ({ rule, reason }) => `${midSentence(closingRuleById(rule)?.rule ?? rule)} (“${reason}”)`,
  );
  return (
    <p className={styles['more']} dir="auto">
      Waived when the last review closed: {said.join('; ')}.
    </p>
  );
}

const RESTATED_SHOWN = 2;

/** What the room looked at last time and what has changed since: nobody is to wonder why an old chart looks new. */
function Restated({ restated }: Pick<Review, 'restated'>) {
  if (restated.length === 0) return null;
  const shown = restated.slice(0, RESTATED_SHOWN).map(restatedWords);
  const rest = restated.length - shown.length;
  return (
    <p className={styles['more']} dir="auto">
      Restated since the last review ({restatedCount(restated)}): {shown.join('; ')}
      {rest > 0 && `; and ${rest} more`}.
    </p>
  );
}

/** The start: the state of each dimension in one sentence. */
export function OpenView() {
  const { review, nameOf } = useLive();
  const roles = rolesWords(review, nameOf);
  const day = review.asOf === null ? '' : ` on ${dayAndMonth(review.asOf)}`;
  const shown = review.anomalies.filter((anomaly) => anomaly.status !== 'set-aside').length;
  const about =
    review.expectedFalse < 0.5
      ? ''
      : ` By chance alone about ${Math.round(review.expectedFalse)} of them would be expected.`;
  return (
    <>
      <h1>Where we stand{day}</h1>
      <p className={styles['lead']}>
        {openingWords(review, shown)}
        {shown === 0 ? '' : about} {attendanceWords(review)}
      </p>
      <ul className={styles['tiles']}>
        {dimensions.map(({ id }) => (
          <Tile
            key={id}
            dimension={id}
            read={review.dimensions.find((read) => read.dimension === id) ?? null}
          />
        ))}
      </ul>
      {roles !== '' && (
        <p className={styles['more']} dir="auto">
          {roles}.
        </p>
      )}
      <Restated restated={review.restated} />
      <Waived />
    </>
  );
}
