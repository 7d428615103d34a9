import { type KeyboardEvent, type PointerEvent, useEffect, useMemo } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { pointAt, usePointed } from '#renderer/src/state/pointing.ts';
import type { ChartLayout } from '#shared/charts/chart-layout.ts';
import { CHART_SIZES, type ChartMeasures, type ChartSize } from '#shared/charts/chart-size.ts';
import { drawChart } from '#shared/charts/draw-chart.ts';
import {
  labelPointed,
  nearestPlace,
  type PointPlace,
  pointedRadius,
  pointedWords,
  pointPlaces,
} from '#shared/charts/pointed.ts';
import { type ChartOptions, layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { ChartTableView } from './ChartTableView.tsx';
import styles from './PointedChart.module.css';

type Props = {
  readonly reading: SeriesReading;
  readonly size: ChartSize | ChartMeasures;
  readonly options?: ChartOptions;
  /** Names the chart in every window: what is pointed at on one is seen on the others. */
  readonly name: string;
  /** `hand` points by pointer and keys, `pointer` by pointer alone: the stage has no focus to give. */
  readonly by: 'hand' | 'pointer';
};

const NO_OPTIONS: ChartOptions = {};

/** A chart on which one point can be shown to the room, with its value and period. Nothing of it is stored. */
export function PointedChart({ reading, size, options = NO_OPTIONS, name, by }: Props) {
  const measures = typeof size === 'string' ? CHART_SIZES[size] : size;
  const layout = useMemo(
    () => layoutProcessBehaviour(reading, measures, options),
    [reading, measures, options],
  );
  const svg = useMemo(() => drawChart(layout), [layout]);
  const places = useMemo(() => pointPlaces(layout, reading), [layout, reading]);
  const pointed = usePointed(name);
  const at = places.findIndex(({ point }) => point.period === pointed);
  const place = places[at];
  const show = (index: number) => pointAt(name, places[index]?.point.period ?? null);
  const hide = () => pointAt(name, null);

  useEffect(() => {
    if (by !== 'hand') return;
    // What a window pointed at that died, nobody points at any more.
    pointAt(name, null);
    return () => pointAt(name, null);
  }, [name, by]);

  const onPointerMove = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * layout.width;
    const inside = x >= layout.plot.left && x <= layout.plot.right + measures.outline;
    if (inside) show(nearestPlace(places, x));
    else hide();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, at, places.length);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (next === 'nowhere' && at === -1) return;
    event.preventDefault();
    if (next !== 'nowhere') return show(next);
    hide();
    (event.currentTarget as HTMLElement).blur();
  };
  const drawn = place !== undefined && <Pointed place={place} on={{ layout, reading }} measures={measures} />;
  return (
    <div className={styles['chart']}>
      <SvgChart svg={svg} className={styles['drawing'] ?? ''} />
      <ChartTableView reading={reading} />
      {by === 'hand' ? (
        <div
          className={styles['hand']}
          role="slider"
          tabIndex={0}
          data-chart-hand=""
          aria-label="Point shown to the room"
          aria-valuemin={0}
          aria-valuemax={Math.max(0, places.length - 1)}
          aria-valuenow={Math.max(0, at)}
          aria-valuetext={place === undefined ? 'none' : pointedWords(place.point, reading)}
          onPointerMove={onPointerMove}
          onPointerDown={onPointerMove}
          onPointerLeave={hide}
          onKeyDown={onKeyDown}
          onBlur={hide}
        >
          {drawn}
        </div>
      ) : (
        <div className={styles['hand']} onPointerMove={onPointerMove} onPointerLeave={hide}>
          {drawn}
        </div>
      )}
    </div>
  );
}

/** Where a key takes the pointing: the newest point first, then from point to point. */
function nextPlace(key: string, at: number, count: number): number | 'nowhere' | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowLeft':
      return at === -1 ? last : Math.max(0, at - 1);
    case 'ArrowRight':
      return at === -1 ? last : Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return 'nowhere';
    default:
      return null;
  }
}

type PointedProps = {
  readonly place: PointPlace;
  readonly on: { readonly layout: ChartLayout; readonly reading: SeriesReading };
  readonly measures: ChartMeasures;
};

function Pointed({ place, on, measures }: PointedProps) {
  const label = labelPointed(place, on, measures);
  const middle = label.left + label.width / 2;
  const { width, height, font, firedFont } = measures;
  return (
    <svg className={styles['pointed']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={`M${place.x} 0V${height - measures.bottom}`} />
      <circle cx={place.x} cy={place.y} r={pointedRadius(measures)} />
      <rect x={label.left} y={label.top} width={label.width} height={label.height} rx={4} />
      <text x={middle} y={label.top + firedFont * 1.2} fontSize={firedFont} data-strong="">
        {label.value}
      </text>
      <text x={middle} y={label.top + (firedFont + font) * 1.25} fontSize={font}>
        {label.period}
      </text>
    </svg>
  );
}

/** Gives the keyboard to the chart that is shown: arrow keys point from then on. False where there is no chart. */
export function pointByKeys(): boolean {
  const hand = document.querySelector<HTMLElement>('[data-chart-hand]');
  hand?.focus();
  return hand !== null;
}

/** The name of an anomaly's chart, the same in every window. */
export function chartOf({ id }: Pick<ReviewAnomaly, 'id'>): string {
  return `chart ${id}`;
}
