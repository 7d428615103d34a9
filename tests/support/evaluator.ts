import { vi } from 'vitest';
import { createAnswers } from '#renderer/src/workers/answers.ts';
import { createArriving } from '#renderer/src/workers/arriving.ts';
import type { ToEvaluator } from '#renderer/src/workers/evaluation.ts';

/** Evaluates in the test's own thread: where there are no workers, the same answers come from the same code. */
export function evaluateInThisThread(): void {
  class WorkerHere extends EventTarget {
    private readonly answer = createAnswers();
    private readonly arriving = createArriving();
    async postMessage(message: ToEvaluator): Promise<void> {
      const { id } = message;
      if ('piece' in message) return this.arriving.take(id, message.piece);
      const data = { id, body: await this.answer(this.arriving.whole(id, message.body)) };
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
    terminate(): void {}
  }
  vi.stubGlobal('Worker', WorkerHere);
}
