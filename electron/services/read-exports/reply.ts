import type { ReadFile, WorkerRequest } from '#electron/services/read-exports/protocol.ts';
import { readFileExport, type Watch } from '#electron/services/read-exports/read-file.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import type { PointTable } from '#shared/series/series.ts';

/** Reads the file of a request and keeps what crosses to another thread. */
export async function readForReply(request: WorkerRequest, watch: Watch): Promise<Result<ReadFile, Failure>> {
  const outcome = await readFileExport(request, watch);
  if (!outcome.ok) return outcome;
  const { reading, points, rejects } = outcome.value;
  return ok({ reading, points, rejects: request.wantsRejects ? rejects() : '' });
}

/** Buffers of a table's columns, to be handed over instead of copied. */
export function buffersOf(points: PointTable | null): readonly ArrayBuffer[] {
  if (points === null) return [];
  const { seriesIndex, starts, values, numerators, denominators, lines, events } = points;
  const rows =
    events === undefined
      ? []
      : [
          events.keys,
          events.starts,
          events.entities,
          events.lines,
          ...events.columns.flatMap((one) => [one.texts, one.moments, one.numbers]),
        ];
  // A column may be the same memory as another one: it can be handed over once only.
  const buffers = [seriesIndex, starts, values, numerators, denominators, lines, ...rows].flatMap((column) =>
    column !== null && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
  return [...new Set(buffers)];
}
