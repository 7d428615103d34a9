import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import { type ChartOptions, layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { type CanvasChart, openCanvasChart } from './canvas-chart.ts';
import styles from './ProcessBehaviourChart.module.css';
import { readPalette } from './palette.ts';
import { usePaletteKey } from './use-palette-key.ts';
import { useWidth } from './use-width.ts';

type Props = {
  readonly reading: SeriesReading;
  readonly height: number;
  /** Pixels for the names at the right end. */
  readonly room: number;
  readonly options?: ChartOptions;
  /** Index of the chosen point. */
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
  /** The point under the pointer, null when the pointer leaves: a look, not a choice. */
  readonly onPoint: (index: number | null) => void;
  /** What the chosen point says, for those who do not see it. */
  readonly chosenText: string;
};

const LEAST_WIDTH = 280;
/** Wide enough for the usual value labels, so that charts beneath each other begin at the same place. */
const LEFT = 48;
const NO_OPTIONS: ChartOptions = {};

/** One series in full. The pointer looks at points; a press and the arrow keys choose one. */
export function ProcessBehaviourChart(props: Props) {
  const { reading, height, room, options = NO_OPTIONS, chosen, onChoose, onPoint, chosenText } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<CanvasChart>(null);
  const width = useWidth(frame);
  const paletteKey = usePaletteKey();
  const layout = useMemo(() => {
    const measures = {
      ...CHART_SIZES.app,
      left: LEFT,
      right: room,
      width: Math.max(LEAST_WIDTH, width),
      height,
    };
    return layoutProcessBehaviour(reading, measures, options);
  }, [reading, options, width, height, room]);

  useEffect(() => {
    if (canvas.current === null) return;
    chart.current = openCanvasChart(canvas.current);
    return () => chart.current?.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read anew when its key changes.
  useEffect(() => {
    if (frame.current === null || width === 0) return;
    chart.current?.paint({ layout, palette: readPalette(frame.current), chosen });
  }, [layout, chosen, paletteKey, width]);

  const last = reading.points.length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const fired = layout.marks.flatMap((mark) => (mark.tone === 'routine' ? [] : [mark.index]));
    const to = nextPoint(event.key, chosen ?? last, { last, fired });
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(to);
  };
  const pointAt = (event: PointerEvent) => chart.current?.pointAt(event.nativeEvent) ?? null;
  return (
    <div
      ref={frame}
      className={styles.frame}
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={`${layout.title}: choose a point`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={chosen ?? last}
      aria-valuetext={chosenText}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => onPoint(pointAt(event))}
      onPointerLeave={() => onPoint(null)}
      onPointerDown={(event) => onChoose(pointAt(event) ?? last)}
    >
      <canvas ref={canvas} role="img" aria-label={layout.label} />
    </div>
  );
}

type Points = { readonly last: number; readonly fired: readonly number[] };

/** Arrow keys go from point to point, the page keys from one that fired to the next, Home and End to the ends. */
function nextPoint(key: string, at: number, { last, fired }: Points): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, at + 1);
    case 'PageUp':
      return fired.findLast((index) => index < at) ?? at;
    case 'PageDown':
      return fired.find((index) => index > at) ?? at;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
