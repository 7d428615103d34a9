import { useContext, useMemo } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { ChartTableView } from '#renderer/src/walk/ChartTableView.tsx';
import { CHART_SIZES, type ChartMeasures } from '#shared/charts/chart-size.ts';
import { drawProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { chartAtHand, partAtHand, partsOnAPage } from '#shared/review/block-content.ts';
import type { BlockContent, ReviewBlock } from '#shared/review/review.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './ChartSet.module.css';
import { StageLayoutContext } from './stage-layout.ts';

type Props = {
  readonly block: ReviewBlock;
  readonly content: Extract<BlockContent, { kind: 'charts' }>;
};

const STATES: Partial<Record<SeriesReading['state'], string>> = {
  better: 'better',
  worse: 'worse',
  changed: 'changed',
  stale: 'stale',
};

/** Height that is left for the charts beneath title and sentence, by layout of the stage. */
const HEIGHT = { whole: 440, upper: 388 };
const WIDTH = 1168;
const GAP = 32;

function measuresFor(count: number, height: number): ChartMeasures {
  if (count === 1) return { ...CHART_SIZES['stage-wide'], height: height - 8 };
  const rows = count > 2 ? 2 : 1;
  return {
    ...CHART_SIZES.stage,
    width: (WIDTH - GAP) / 2,
    height: (height - (rows - 1) * 16) / rows - 32,
    right: 128,
    bottom: 28,
    firedFont: 20,
    firedLabel: 'value',
    annotationLines: 1,
    limitNames: 'short',
  };
}

/** The series of a block as charts, a page at a time; the one at hand is framed, and what is taken down is about it. */
export function ChartSet({ block, content }: Props) {
  const { review } = useLive();
  const layout = useContext(StageLayoutContext);
  const at = partAtHand(review)?.at ?? 0;
  const size = partsOnAPage(block);
  const page = Math.floor(at / size);
  const shown = content.series.slice(page * size, (page + 1) * size);
  const pages = Math.ceil(content.series.length / size);
  const now = chartAtHand(review);
  const alone = shown.length === 1;
  const measures = measuresFor(shown.length, HEIGHT[layout]);
  return (
    <>
      <header className={styles['head']}>
        <h1 dir="auto" data-long={[...block.name].length > 44 || undefined}>
          {block.name}
        </h1>
        {pages > 1 && (
          <span>
            {page + 1} of {pages}
          </span>
        )}
      </header>
      <ol className={styles['charts']} data-alone={alone || undefined}>
        {shown.map(({ id, name }) => (
          <li key={id} data-now={(!alone && id === now?.id) || undefined} aria-current={id === now?.id}>
            <Chart
              name={name}
              reading={review.charts.find((one) => one.id === id) ?? null}
              measures={measures}
            />
          </li>
        ))}
      </ol>
      <p className={styles['sentence']} dir="auto">
        {now?.reading?.sentence ?? ''}
      </p>
    </>
  );
}

type ChartProps = {
  readonly name: string;
  readonly reading: SeriesReading | null;
  readonly measures: ChartMeasures;
};

function Chart({ name, reading, measures }: ChartProps) {
  const svg = useMemo(
    () => (reading === null ? '' : drawProcessBehaviour(reading, measures)),
    [reading, measures],
  );
  const state = reading === null ? undefined : STATES[reading.state];
  return (
    <>
      <h2 dir="auto">
        {reading !== null && state !== undefined && <Mark shape="diamond" tone={reading.state} />}
        <span>{name}</span>
        {state !== undefined && <small>{state}</small>}
      </h2>
      {reading === null ? (
        <p className={styles['gone']}>
          This series is not on record: it was renamed, or the file that brought it was taken back.
        </p>
      ) : (
        <>
          <SvgChart svg={svg} />
          <ChartTableView reading={reading} />
        </>
      )}
    </>
  );
}
