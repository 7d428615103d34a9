import { createAnswers } from './answers.ts';
import type { EvaluationRequest } from './evaluation.ts';

const answer = createAnswers();

self.addEventListener(
  'message',
  (event: MessageEvent<{ readonly id: number; readonly body: EvaluationRequest }>) => {
    const { id, body } = event.data;
    answer(body).then(
      (result) => self.postMessage({ id, body: result }),
      (cause) => self.postMessage({ id, body: { kind: 'failed', message: String(cause?.message ?? cause) } }),
    );
  },
);
