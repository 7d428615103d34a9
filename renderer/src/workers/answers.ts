import { pointsCsvLines } from '#shared/own-export/points-csv.ts';
import { type RestatedFigure, restatedFigures } from '#shared/review/restated.ts';
import { compareImport } from '#shared/series/compare-import.ts';
import type { Merged } from '#shared/series/merge.ts';
import { noRecords, type Records } from '#shared/series/records/merge-records.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { judgedSeries } from '#shared/signals/judged-series.ts';
import { periodDay } from '#shared/signals/periods.ts';
import { readStateOn } from '#shared/signals/state-basis.ts';
import type { EvaluationAnswer, EvaluationRequest, PointOrigin } from './evaluation.ts';
import { type EvaluationBasis, otherNames } from './evaluation-basis.ts';
import { createSeriesStore, underOneName } from './series-store.ts';

type Stored = Merged & { readonly records: Records };

/** Where points came from; those of a total that no file gives came from where its parts did. */
function originsOf(stored: Merged, id: string): readonly PointOrigin[] {
  const own = stored.series.find((one) => seriesId(one) === id);
  if (own !== undefined) return originsIn(own);
  const parts = stored.series.filter(
    (one) => seriesId({ metric: one.metric, entity: 'organization' }) === id,
  );
  return parts.flatMap(originsIn);
}

function originsIn(series: Series): readonly PointOrigin[] {
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

/** Answers what the window asks about the stored series; origins are those of the evaluation before. */
export function createAnswers(): (request: EvaluationRequest) => Promise<EvaluationAnswer> {
  const store = createSeriesStore();
  let stored: Stored = { series: [], setAside: [], records: noRecords };
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
