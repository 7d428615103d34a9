import type { Grain } from '#shared/series/series.ts';
import { targetSeries } from '#shared/tabular/measure-plan.ts';
import type { MetricChoice } from '#shared/tabular/metric-mapping.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import type { Unit } from '#shared/tabular/units.ts';

/** Gives the target of a record's entity; `code` is that of its cell, -1 where it has none. */
export type EntityTargets = (record: number, code: number) => number;

/** The cells that name entities, by their codes. */
export type EntityCells = {
  readonly codes: number;
  readonly entityAt: (record: number) => string;
};

const NONE = -1;

/** Targets of one metric in one unit. Rows repeat their entity, so each series is worked out once. */
export function entityTargets(
  sink: PointSink,
  choice: MetricChoice,
  unit: Unit | null,
  place: { readonly grain: Grain; readonly upToOne: boolean; readonly entities: EntityCells },
): EntityTargets {
  const { grain, upToOne, entities } = place;
  const known = new Map<string, number>();
  const byCode = new Int32Array(entities.codes).fill(NONE);

  function find(entity: string): number {
    const before = known.get(entity);
    if (before !== undefined) return before;
    const { header, unit: asRead, conversion } = targetSeries(choice, unit, { entity, grain, upToOne });
    const target = sink.target({ header, unit: asRead, factor: conversion.factor });
    known.set(entity, target);
    return target;
  }

  return (record, code) => {
    const before = byCode[code] ?? NONE;
    if (before !== NONE) return before;
    const target = find(entities.entityAt(record));
    if (code >= 0) byCode[code] = target;
    return target;
  };
}

/** Keeps what was worked out for each unit; units are the same object where they are the same text. */
export function byUnit<Value>(workOut: (unit: Unit | null) => Value): (unit: Unit | null) => Value {
  const known = new Map<Unit | null, Value>();
  let last: Unit | null = null;
  let value: Value | undefined;
  return (unit) => {
    if (value !== undefined && unit === last) return value;
    let found = known.get(unit);
    if (found === undefined) {
      found = workOut(unit);
      known.set(unit, found);
    }
    last = unit;
    value = found;
    return found;
  };
}
