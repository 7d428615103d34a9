import { vi } from 'vitest';
import { createAnswers } from '#renderer/src/workers/answers.ts';
import type { EvaluationRequest } from '#renderer/src/workers/evaluation.ts';

type Asked = { readonly id: number; readonly body: EvaluationRequest };

/** Evaluates in the test's own thread: where there are no workers, the same answers come from the same code. */
export function evaluateInThisThread(): void {
  class WorkerHere extends EventTarget {
    private readonly answer = createAnswers();
    async postMessage({ id, body }: Asked): Promise<void> {
      const data = { id, body: await this.answer(body) };
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
    terminate(): void {}
  }
  vi.stubGlobal('Worker', WorkerHere);
}
