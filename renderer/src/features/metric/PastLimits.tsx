import { longDay, shortDay } from '#renderer/src/ui/dates.ts';
import { Select } from '#renderer/src/ui/Select.tsx';
import { formatFigure, formatSpan } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import type { PastLook } from './past-looks.ts';

const TODAY = 'today';

type ChoiceProps = {
  readonly looks: readonly PastLook[];
  readonly shown: PastLook | null;
  readonly onShow: (look: PastLook | null) => void;
};

/** Which earlier review's limits lie over the chart. Nothing where no review has shown this series. */
export function PastChoice({ looks, shown, onShow }: ChoiceProps) {
  if (looks.length === 0) return null;
  return (
    <Select
      label="Limits of an earlier review"
      hideLabel
      look="link"
      value={shown?.review ?? TODAY}
      choices={[
        { id: TODAY, name: 'Limits of today only' },
        ...looks.map(({ review, asOf }) => ({ id: review, name: `Also limits of ${shortDay(asOf)}` })),
      ]}
      onChange={(id) => onShow(looks.find((one) => one.review === id) ?? null)}
    />
  );
}

function levelsOf(reading: SeriesReading): string {
  const phase = reading.phases.at(-1);
  if (phase === undefined) return 'No limits then';
  const { lower, upper, centre } = phase;
  return `Limits then ${formatSpan(lower, upper, reading.unit)}, mean ${formatFigure(centre, reading.unit)}`;
}

/** What the room saw and said about this series at an earlier review. */
export function PastWords({ look }: { readonly look: PastLook }) {
  return (
    <div className={styles.past}>
      <svg viewBox="0 0 40 8" aria-hidden="true" className="ch">
        <path className="then" strokeWidth="1.5" d="M0 4H40" />
      </svg>
      <div>
        <p>
          <b>{`Shown on ${longDay(look.asOf)}.`}</b> {levelsOf(look.reading)}. {look.reading.sentence}
        </p>
        <p>{look.said === null ? 'No verdict was given.' : `Verdict: ${look.said}`}</p>
      </div>
    </div>
  );
}
