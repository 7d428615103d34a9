import type { RestatedFigure } from '#shared/review/restated.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { CurrentState, SeriesReading } from '#shared/signals/reading.ts';
import type { EvaluationBasis } from './evaluation-basis.ts';
import { handOver, type PointsPiece } from './hand-over.ts';
import { putTogether, type StateRest } from './state-parts.ts';

/** Which snapshots are in force, and where they lie. */
export type StoredSnapshots = Pick<EvaluationBasis, 'database' | 'snapshots' | 'entities'>;

/** Where one point of a series came from: the snapshot and its physical line. */
export type PointOrigin = {
  readonly period: string;
  readonly snapshot: string;
  readonly line: number;
  readonly value: number | null;
};

export type EvaluationRequest =
  | { readonly kind: 'evaluate'; readonly basis: EvaluationBasis }
  | { readonly kind: 'compare'; readonly points: PointTable; readonly stored: StoredSnapshots }
  | { readonly kind: 'origins'; readonly series: string }
  | {
      readonly kind: 'points-csv';
      readonly stored: StoredSnapshots;
      readonly files: Readonly<Record<string, string>>;
    };

/** What the window sends: the columns of points come before the request that they belong to, piece by piece. */
export type ToEvaluator =
  | { readonly id: number; readonly piece: PointsPiece }
  | { readonly id: number; readonly body: EvaluationRequest };

export type Evaluated = {
  readonly state: CurrentState;
  /** Sentences about points that could not be joined. */
  readonly notes: readonly string[];
  readonly restated: readonly RestatedFigure[];
};

export type EvaluationAnswer =
  | ({ readonly kind: 'evaluated' } & Evaluated)
  | { readonly kind: 'compared'; readonly comparison: ImportComparison }
  | { readonly kind: 'origins'; readonly origins: readonly PointOrigin[] }
  | { readonly kind: 'points-csv'; readonly csv: string }
  | { readonly kind: 'failed'; readonly message: string };

/** What the worker sends: the readings of a state come before it, a few at a time, so that no message is long to unpack. */
export type FromEvaluator =
  | { readonly id: number; readonly readings: readonly SeriesReading[] }
  | { readonly id: number; readonly body: AnswerApart };

type AnswerApart =
  | Exclude<EvaluationAnswer, { readonly kind: 'evaluated' }>
  | (Omit<Evaluated, 'state'> & { readonly kind: 'evaluated-rest'; readonly rest: StateRest });

export type Evaluator = {
  /** Reads the current state from the stored snapshots; a newer request makes an older answer void (null). */
  readonly evaluate: (basis: EvaluationBasis) => Promise<Evaluated | null>;
  /** What taking these points in would add and change, against what is stored. */
  readonly compare: (points: PointTable, stored: StoredSnapshots) => Promise<ImportComparison>;
  readonly origins: (series: string) => Promise<readonly PointOrigin[]>;
  /** Every stored point as CSV of Andon's own; `files` names each snapshot's file. */
  readonly pointsCsv: (stored: StoredSnapshots, files: Readonly<Record<string, string>>) => Promise<string>;
  readonly close: () => void;
};

function wholeAnswer(readings: readonly SeriesReading[], body: AnswerApart): EvaluationAnswer {
  if (body.kind !== 'evaluated-rest') return body;
  const { rest, notes, restated } = body;
  return { kind: 'evaluated', state: putTogether(readings, rest), notes, restated };
}

/** Starts the worker that evaluates signals, so that the window never waits for arithmetic. */
export function startEvaluator(): Evaluator {
  const worker = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: EvaluationAnswer) => void>();
  let last = 0;
  let newest = 0;
  const arrived = new Map<number, SeriesReading[]>();
  worker.addEventListener('message', (event: MessageEvent<FromEvaluator>) => {
    const message = event.data;
    const readings = arrived.get(message.id) ?? [];
    if ('readings' in message) {
      arrived.set(message.id, readings);
      readings.push(...message.readings);
      return;
    }
    arrived.delete(message.id);
    waiting.get(message.id)?.(wholeAnswer(readings, message.body));
    waiting.delete(message.id);
  });
  worker.addEventListener('error', (event) => {
    const failed = { kind: 'failed', message: event.message || 'The evaluation stopped.' } as const;
    for (const settle of waiting.values()) settle(failed);
    waiting.clear();
  });
  const post = (message: ToEvaluator, transfer: Transferable[] = []) =>
    worker.postMessage(message, { transfer });
  const ask = async (body: EvaluationRequest): Promise<EvaluationAnswer> => {
    last += 1;
    const id = last;
    const answered = new Promise<EvaluationAnswer>((resolve) => waiting.set(id, resolve));
    if (body.kind === 'compare') {
      const points = await handOver(body.points, (piece, transfer) => post({ id, piece }, transfer));
      post({ id, body: { ...body, points } });
    } else post({ id, body });
    return answered;
  };
  return {
    evaluate: async (basis) => {
      newest += 1;
      const mine = newest;
      const answer = await ask({ kind: 'evaluate', basis });
      if (answer.kind === 'failed') throw new Error(answer.message);
      return answer.kind === 'evaluated' && mine === newest
        ? { state: answer.state, notes: answer.notes, restated: answer.restated }
        : null;
    },
    compare: async (points, stored) => {
      const answer = await ask({ kind: 'compare', points, stored });
      if (answer.kind !== 'compared')
        throw new Error(answer.kind === 'failed' ? answer.message : 'Nothing was compared.');
      return answer.comparison;
    },
    origins: async (series) => {
      const answer = await ask({ kind: 'origins', series });
      return answer.kind === 'origins' ? answer.origins : [];
    },
    pointsCsv: async (stored, files) => {
      const answer = await ask({ kind: 'points-csv', stored, files });
      if (answer.kind !== 'points-csv')
        throw new Error(answer.kind === 'failed' ? answer.message : 'Nothing was written.');
      return answer.csv;
    },
    close: () => worker.terminate(),
  };
}
