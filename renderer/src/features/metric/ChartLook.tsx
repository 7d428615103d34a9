import { Select } from '#renderer/src/ui/Select.tsx';
import { nameOfChart } from '#shared/charts/chart-help.ts';
import { chartsFor } from '#shared/charts/other-chart.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import { CHART_KINDS, type ChartKind } from '#shared/signals/control-charts/control-chart.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import type { Look } from './use-look.ts';

const JUDGED = 'judged';

/** What kind of chart is drawn and on which scale, to be changed: a way to look, never a way to judge. */
export function ChartLook({ judged, look }: { readonly judged: SeriesReading; readonly look: Look }) {
  const hasLimits = judged.phases.length > 0;
  const [short = ''] = nameOfChart(judged.chart).split(',');
  const usual = metricById(judged.metric)?.chart;
  const kinds = chartsFor(judged, CHART_KINDS);
  return (
    <>
      <Select
        label="Chart"
        hideLabel
        look="link"
        value={look.kind ?? JUDGED}
        choices={[
          {
            id: JUDGED,
            name: hasLimits ? `${short}, as it is judged` : 'Values, as they are judged',
            remark: nameOfChart(judged.chart),
          },
          ...kinds.map((id) => ({
            id,
            name: nameOfChart(id),
            remark: id === usual ? 'usual for this metric' : 'textbook limits',
          })),
        ]}
        onChange={(id) => look.setKind(kinds.find((kind): kind is ChartKind => kind === id) ?? null)}
      />
      {look.canBeLog && (
        <Select
          label="Value axis"
          hideLabel
          look="link"
          value={look.scale}
          choices={[
            { id: 'linear', name: 'Linear axis', remark: 'equal distances' },
            { id: 'log', name: 'Log axis', remark: 'equal ratios' },
          ]}
          onChange={(id) => look.setScale(id === 'log' ? 'log' : 'linear')}
        />
      )}
    </>
  );
}
