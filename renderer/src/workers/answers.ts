import { pointsCsvLines } from '#shared/own-export/points-csv.ts';
import { type RestatedFigure, restatedFigures } from '#shared/review/restated.ts';
import { compareImport } from '#shared/series/compare-import.ts';
import type { Snapshot } from '#shared/series/parts.ts';
import { noRecords } from '#shared/series/records/merge-records.ts';
import { type RowBehind, rowsBehind } from '#shared/series/rows-behind.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { judgedSeries } from '#shared/signals/judged-series.ts';
import { periodDay } from '#shared/signals/periods.ts';
import { readStateOn } from '#shared/signals/state-basis.ts';
import type { EvaluationAnswer, EvaluationRequest, PointOrigin } from './evaluation.ts';
import { type EvaluationBasis, otherNames } from './evaluation-basis.ts';
import { createSeriesStore, type StoredSeries, underOneName } from './series-store.ts';

type RowsBehind = ReadonlyMap<number, readonly RowBehind[]>;

/** Where points came from; those of a total that no file gives came from where its parts did. */
function originsOf(stored: StoredSeries, id: string): readonly PointOrigin[] {
  const own = stored.series.find((one) => seriesId(one) === id);
  if (own !== undefined) return originsIn(own, stored.snapshots);
  const parts = stored.series.filter(
    (one) => seriesId({ metric: one.metric, entity: 'organization' }) === id,
  );
  return parts.flatMap((part) => originsIn(part, stored.snapshots));
}

function originsIn(series: Series, snapshots: readonly Snapshot[]): readonly PointOrigin[] {
  const behind = rowsBehind(snapshots, series);
  if (behind !== null) return originsOfRows(series, behind);
  return Array.from(series.starts, (start, at) => {
    const value = series.values[at] ?? Number.NaN;
    return {
      period: periodDay(start),
      snapshot: series.snapshotIds[series.snapshots[at] ?? -1] ?? '',
      line: series.lines[at] ?? 0,
      value: Number.isNaN(value) ? null : value,
    };
  });
}

/** Every row that a point was counted from; a period without any still names the file that speaks of it. */
function originsOfRows(series: Series, behind: RowsBehind): readonly PointOrigin[] {
  return Array.from(series.starts, (start, at): readonly PointOrigin[] => {
    const value = series.values[at] ?? Number.NaN;
    const point = { period: periodDay(start), value: Number.isNaN(value) ? null : value };
    const rows = behind.get(start) ?? [];
    const snapshot = series.snapshotIds[series.snapshots[at] ?? -1] ?? '';
    // Where a file of values stands in place of a count, the value came from that file.
    if (!rows.some((row) => row.snapshot === snapshot))
      return [{ ...point, snapshot, line: series.lines[at] ?? 0 }];
    return rows.map((row) => ({ ...point, ...row }));
  }).flat();
}

/** Answers what the window asks about the stored series; origins are those of the evaluation before. */
export function createAnswers(): (request: EvaluationRequest) => Promise<EvaluationAnswer> {
  const store = createSeriesStore();
  let stored: StoredSeries = { snapshots: [], series: [], setAside: [], records: noRecords };
  const restatedSince = async (basis: EvaluationBasis): Promise<readonly RestatedFigure[]> => {
    const { lookedAt, database, entities } = basis;
    if (lookedAt === null) return [];
    const then = await store.merged(database, lookedAt.snapshots, otherNames(entities));
    const names = new Map(entities.map(({ id, displayName }) => [id, displayName ?? id]));
    return restatedFigures(
      judgedSeries(then.series, lookedAt.asOf),
      judgedSeries(stored.series, lookedAt.asOf),
      (entity) => names.get(entity) ?? entity,
    );
  };
  return async (request) => {
    switch (request.kind) {
      case 'evaluate': {
        stored = await store.merged(
          request.basis.database,
          request.basis.snapshots,
          otherNames(request.basis.entities),
        );
        const notes = stored.setAside.map((one) => one.message);
        const restated = await restatedSince(request.basis);
        const state = readStateOn(stored.series, request.basis, { records: stored.records, restated });
        return { kind: 'evaluated', state, notes, restated };
      }
      case 'compare': {
        const { snapshots, series } = await store.merged(
          request.stored.database,
          request.stored.snapshots,
          otherNames(request.stored.entities),
        );
        const points = underOneName(request.points, otherNames(request.stored.entities));
        return { kind: 'compared', comparison: compareImport(snapshots, series, points) };
      }
      case 'points-csv': {
        const { entities } = request.stored;
        const { series } = await store.merged(
          request.stored.database,
          request.stored.snapshots,
          otherNames(entities),
        );
        const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
        const names = {
          kindOf: (entity: string) => kinds.get(entity) ?? 'other',
          fileOf: (snapshot: string) => request.files[snapshot] ?? '',
        };
        return { kind: 'points-csv', csv: `${pointsCsvLines(series, names).join('\r\n')}\r\n` };
      }
      case 'origins':
        return { kind: 'origins', origins: originsOf(stored, request.series) };
    }
  };
}
