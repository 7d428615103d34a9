import type { EvaluationRequest } from './evaluation.ts';
import { type Arrival, createArrival, type PointsPiece } from './hand-over.ts';

/** Points on their way to the evaluator, by the request that they belong to. */
export type Arriving = {
  readonly take: (id: number, piece: PointsPiece) => void;
  /** The request with the points that have arrived for it. */
  readonly whole: (id: number, body: EvaluationRequest) => EvaluationRequest;
};

export function createArriving(): Arriving {
  const arriving = new Map<number, Arrival>();
  return {
    take: (id, piece) => {
      const arrival = arriving.get(id) ?? createArrival();
      arriving.set(id, arrival);
      arrival.take(piece);
    },
    whole: (id, body) => {
      const arrival = arriving.get(id);
      arriving.delete(id);
      return body.kind === 'compare' && arrival !== undefined
        ? { ...body, points: arrival.whole(body.points) }
        : body;
    },
  };
}
