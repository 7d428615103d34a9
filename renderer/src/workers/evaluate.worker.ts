import type { SeriesReading } from '#shared/signals/reading.ts';
import { createAnswers } from './answers.ts';
import type { EvaluationRequest, FromEvaluator, ToEvaluator } from './evaluation.ts';
import { type Arrival, createArrival } from './hand-over.ts';
import { takeApart } from './state-parts.ts';

const answer = createAnswers();
const arriving = new Map<number, Arrival>();

function post(message: FromEvaluator): void {
  self.postMessage(message);
}

async function settle(id: number, request: EvaluationRequest): Promise<void> {
  const body = await answer(request);
  if (body.kind !== 'evaluated') return post({ id, body });
  const { state, ...more } = body;
  const { parts, rest } = takeApart(state);
  for (const readings of parts as readonly SeriesReading[][]) post({ id, readings });
  post({ id, body: { ...more, kind: 'evaluated-rest', rest } });
}

function whole(id: number, body: EvaluationRequest): EvaluationRequest {
  const arrival = arriving.get(id);
  arriving.delete(id);
  return body.kind === 'compare' && arrival !== undefined
    ? { ...body, points: arrival.whole(body.points) }
    : body;
}

self.addEventListener('message', (event: MessageEvent<ToEvaluator>) => {
  const message = event.data;
  const { id } = message;
  if ('piece' in message) {
    const arrival = arriving.get(id) ?? createArrival();
    arriving.set(id, arrival);
    return arrival.take(message.piece);
  }
  settle(id, whole(id, message.body)).catch((cause) =>
    post({ id, body: { kind: 'failed', message: String(cause?.message ?? cause) } }),
  );
});
