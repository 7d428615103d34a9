import type { Progress } from '#electron/services/exports.ts';
import type { FileRequest } from '#electron/services/read-exports/read-file.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import type { Result } from '#shared/result.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { Reading } from '#shared/tabular/reading.ts';

/** What of a file is wanted: rejected rows are only written out when they are. */
export type WorkerRequest = FileRequest & { readonly wantsRejects: boolean };

export type ReadFile = {
  readonly reading: Reading;
  readonly points: PointTable | null;
  readonly rejects: string;
};

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: Result<ReadFile, Failure> };
