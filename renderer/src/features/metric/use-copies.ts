import { type RefObject, useMemo } from 'react';
import { chartPicture } from '#renderer/src/charts/chart-picture.ts';
import { readPalette } from '#renderer/src/charts/palette.ts';
import { offerDownload } from '#renderer/src/data/copy.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { chartCsv } from '#shared/charts/chart-csv.ts';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import { drawChart } from '#shared/charts/draw-chart.ts';
import { type ChartOptions, layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { standaloneSvg } from '#shared/charts/standalone.ts';
import { titled } from '#shared/charts/titled.ts';
import type { Day } from '#shared/day.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

export type Copies = {
  readonly picture: () => Promise<void>;
  readonly svg: () => Promise<void>;
  readonly numbers: () => Promise<void>;
};

type Copied = { readonly name: string; readonly type: string; readonly content: Blob; readonly said: string };

/** Puts a copy on the clipboard; where the browser does not allow that it becomes a download. */
async function copy({ name, type, content, said }: Copied): Promise<void> {
  const onClipboard = type === 'image/png' ? type : 'text/plain';
  try {
    const blob = new Blob([content], { type: onClipboard });
    await navigator.clipboard.write([new ClipboardItem({ [onClipboard]: blob })]);
    notify(said);
  } catch {
    offerDownload(name, type, new Uint8Array(await content.arrayBuffer()));
    notify(`${name} is in your downloads.`);
  }
}

type Shown = {
  readonly reading: SeriesReading;
  readonly options: ChartOptions;
  readonly from: (period: Day) => string;
  readonly frame: RefObject<HTMLElement | null>;
};

/** Ways to take the chart elsewhere: as a picture, as a drawing, as numbers. */
export function useCopies({ reading, options, from, frame }: Shown): Copies {
  return useMemo(() => {
    const name = `${reading.entity} ${reading.metric}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    const { events: _events, ...rest } = options;
    const measures = { ...CHART_SIZES.app, width: 880, height: 320, left: 48 };
    const layout = () => titled(layoutProcessBehaviour(reading, measures, rest));
    return {
      picture: async () => {
        if (frame.current === null) return;
        const content = await chartPicture(layout(), readPalette(frame.current));
        if (content === null) return notify('This browser cannot make a picture of the chart.');
        await copy({
          name: `${name}.png`,
          type: 'image/png',
          content,
          said: 'The chart is copied as a picture.',
        });
      },
      svg: () => {
        const content = new Blob([standaloneSvg(drawChart(layout()))]);
        return copy({
          name: `${name}.svg`,
          type: 'image/svg+xml',
          content,
          said: 'The chart is copied as SVG.',
        });
      },
      numbers: () => {
        const content = new Blob([chartCsv(reading, from)]);
        return copy({
          name: `${name}.csv`,
          type: 'text/csv',
          content,
          said: 'The numbers are copied as CSV.',
        });
      },
    };
  }, [reading, options, from, frame]);
}
