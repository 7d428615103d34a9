import type { KnownBefore } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import type { Result } from '#shared/result.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';

export type Progress = { readonly bytes: number; readonly total: number; readonly rows: number };

export type ExportJob = {
  readonly path: string;
  /** The name that people know the file by. */
  readonly name: string;
  readonly settings: ReadSettings;
  /** Names in use and mappings that were chosen before, where the screen knows any. */
  readonly known?: KnownBefore;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
};

/** Reads exports apart from the window's process. Aborting a job makes it fail with `cancelled`. */
export type Exports = {
  readonly read: (job: ExportJob) => Promise<Result<Reading, Failure>>;
  /** Points are null while something is still to be answered. */
  readonly points: (
    job: ExportJob,
  ) => Promise<Result<{ readonly reading: Reading; readonly points: PointTable | null }, Failure>>;
  /** CSV of the rows that could not be read, each with its line and the reason. */
  readonly rejects: (job: ExportJob) => Promise<Result<string, Failure>>;
};
