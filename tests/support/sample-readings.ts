import { metricById } from '#shared/drive/catalogue.ts';
import sampleSeries from '#shared/drive/data/sample-series.json' with { type: 'json' };
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { aSeries } from './series.ts';

type Sample = (typeof sampleSeries.series)[number];

const NAMES: Readonly<Record<string, string>> = {
  organization: 'Fernhill Market',
  checkout: 'Checkout',
  payments: 'Payments',
  catalog: 'Catalog',
  search: 'Search',
  identity: 'Identity',
  fulfilment: 'Fulfilment',
  platform: 'Platform',
  data: 'Data',
};

const byId = new Map(sampleSeries.series.map((series) => [series.id, series]));

function read(sample: Sample, parts: Partial<Parameters<typeof aSeries>[0]> = {}): SeriesReading {
  const definition = metricById(sample.metric) ?? null;
  const series = aSeries({
    metric: sample.metric,
    metricName: definition?.name ?? sample.metric,
    entity: sample.entity,
    unit: definition?.unit ?? sample.unit,
    values: sample.values,
    ...parts,
  });
  return evaluateSeries(series, definition, {
    asOf: sampleSeries.asOf,
    entityName: NAMES[sample.entity] ?? sample.entity,
  });
}

function rateOf(sample: Sample): SeriesReading {
  const whole = byId.get(sample.denominatorSeries ?? '')?.values ?? [];
  return read(sample, {
    unit: 'share',
    values: sample.values.map((value, week) => value / (whole[week] ?? Number.NaN)),
    numerators: sample.values,
    denominators: whole,
  });
}

function capacityOf(sample: Sample): SeriesReading {
  const parts = sampleSeries.series.filter(({ id }) => id.startsWith('capacity.'));
  const hours = sample.values.map((_, week) =>
    parts.reduce((sum, part) => sum + (part.values[week] ?? 0), 0),
  );
  return read(sample, {
    unit: 'share',
    values: sample.values.map((value, week) => value / (hours[week] ?? Number.NaN)),
    numerators: sample.values,
    denominators: hours,
  });
}

function attainmentOf(service: string, objective: number): SeriesReading {
  const total = byId.get(`slo.${service}.total`);
  const bad = byId.get(`slo.${service}.bad`);
  if (total === undefined || bad === undefined) throw new Error(`No SLO events of ${service}`);
  const good = total.values.map((all, week) => all - (bad.values[week] ?? 0));
  const reading = read(total, {
    unit: 'share',
    values: good.map((value, week) => value / (total.values[week] ?? Number.NaN)),
    numerators: good,
    denominators: total.values,
  });
  return { ...reading, target: { op: '>=', value: objective } };
}

/** The series of the sample organization as they read on the day of its review. */
export function sampleReadings(): readonly SeriesReading[] {
  const plain = sampleSeries.series.filter(({ id }) => !/^slo\.|^capacity\./.test(id));
  return [
    ...plain.map((sample) => (sample.denominatorSeries === undefined ? read(sample) : rateOf(sample))),
    ...sampleSeries.series.filter(({ id }) => id.startsWith('capacity.')).map(capacityOf),
    attainmentOf('payments-gateway', 0.999),
    attainmentOf('search-api', 0.995),
  ];
}
