import type { SeriesReading } from '#shared/signals/reading.ts';
import { createAnswers } from './answers.ts';
import { createArriving } from './arriving.ts';
import type { EvaluationRequest, FromEvaluator, ToEvaluator } from './evaluation.ts';
import { takeApart } from './state-parts.ts';

const answer = createAnswers();
const arriving = createArriving();

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

self.addEventListener('message', (event: MessageEvent<ToEvaluator>) => {
  const message = event.data;
  const { id } = message;
  if ('piece' in message) return arriving.take(id, message.piece);
  settle(id, arriving.whole(id, message.body)).catch((cause) =>
    post({ id, body: { kind: 'failed', message: String(cause?.message ?? cause) } }),
  );
});
