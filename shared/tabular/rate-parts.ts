import { metricById, metricsByHeader } from '#shared/drive/catalogue.ts';
import type { Grain, SeriesHeader } from '#shared/series/series.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import type { Unit } from '#shared/tabular/units.ts';

/** A value that is one part of a rate: good events of all, hours of one kind of work of all kinds. */
export type Part = {
  readonly name: string;
  readonly unit: Unit | null;
  readonly entity: string;
  readonly grain: Grain;
  readonly start: number;
  readonly value: number;
  readonly line: number;
};

export type RateParts = {
  /** Whether values of a name can be parts of a rate at all. */
  readonly mayTake: (name: string) => boolean;
  /** Takes a value when it is a part of a rate; false when it is a value of its own. */
  readonly take: (part: Part) => boolean;
  readonly finish: (sink: PointSink) => void;
};

const GOOD_OR_TOTAL = /^(.*?)[\s_-]?(good|successful|total|valid)[\s_-]?(?:events|requests|count)?$/i;
const GOOD = /^(?:good|successful)$/i;

function stemOf(name: string): { readonly stem: string; readonly isGood: boolean } | null {
  const match = GOOD_OR_TOTAL.exec(name.trim());
  if (match === null) return null;
  return { stem: (match[1] ?? '').toLowerCase(), isGood: GOOD.test(match[2] ?? '') };
}

/** Id of the capacity metric that a name stands for when its amounts are time rather than shares; else null. */
function capacityOf(name: string, unit: Unit | null): string | null {
  if (unit === null || unit.family === 'percent' || unit.family === 'share') return null;
  return metricsByHeader(name).find((metric) => metric.id.startsWith('capacity-'))?.id ?? null;
}

type Events = { good: number; total: number; readonly part: Part; readonly stem: string };

function headerOf(metric: string, name: string, part: Part): SeriesHeader {
  const known = metricById(metric);
  const { entity, grain } = part;
  return { metric, metricName: known?.name ?? name, entity, unit: 'share', grain, aggregation: 'ratio' };
}

/** Whether the file's names hold parts that belong together; only then are they taken as such. */
function pairs(names: ReadonlySet<string>): (name: string) => boolean {
  const stems = [...names].flatMap((name) => stemOf(name) ?? []);
  const paired = new Set(
    stems
      .filter(({ stem, isGood }) => isGood && stems.some((other) => other.stem === stem && !other.isGood))
      .map(({ stem }) => stem),
  );
  return (name) => paired.has(stemOf(name)?.stem ?? '\u0000');
}

/** Brings together the parts of rates in a file whose metric names are `names`. */
export function createRateParts(names: ReadonlySet<string>): RateParts {
  const isPaired = pairs(names);
  const kinds = new Set(
    [...names].flatMap((name) =>
      metricsByHeader(name)
        .filter((metric) => metric.id.startsWith('capacity-'))
        .map((metric) => metric.id),
    ),
  );
  const events = new Map<string, Events>();
  const capacity: { readonly metric: string; readonly part: Part }[] = [];

  function takeEvents(part: Part): boolean {
    const found = isPaired(part.name) ? stemOf(part.name) : null;
    if (found === null) return false;
    const key = `${found.stem}\u001f${part.entity}\u001f${part.start}`;
    const before = events.get(key) ?? { good: Number.NaN, total: Number.NaN, part, stem: found.stem };
    events.set(key, before);
    if (found.isGood) before.good = part.value;
    else before.total = part.value;
    return true;
  }

  function finishCapacity(sink: PointSink): void {
    const totals = new Map<string, number>();
    const key = (part: Part): string => `${part.entity}\u001f${part.start}`;
    for (const { part } of capacity) {
      if (!Number.isNaN(part.value)) totals.set(key(part), (totals.get(key(part)) ?? 0) + part.value);
    }
    for (const { metric, part } of capacity) {
      const ratio = { numerator: part.value, denominator: totals.get(key(part)) ?? Number.NaN };
      const value = ratio.numerator / ratio.denominator;
      sink.add(headerOf(metric, part.name, part), 'share', {
        start: part.start,
        value,
        line: part.line,
        ratio,
      });
    }
  }

  return {
    mayTake: (name) => kinds.size > 1 || isPaired(name),
    take(part) {
      const metric = kinds.size > 1 ? capacityOf(part.name, part.unit) : null;
      if (metric === null) return takeEvents(part);
      capacity.push({ metric, part });
      return true;
    },
    finish(sink) {
      finishCapacity(sink);
      for (const { good, total, part, stem } of events.values()) {
        const isSlo = /^(?:slo|sli)?$/.test(stem);
        const header = headerOf(isSlo ? 'slo-attainment' : `own:${stem}`, stem, part);
        const value = good / total;
        const ratio = { numerator: good, denominator: total };
        sink.add(header, 'share', { start: part.start, value, line: part.line, ratio });
      }
    },
  };
}
