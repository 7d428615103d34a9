import type { Failure } from '#shared/ipc/failure.ts';
import { decode } from '#shared/ipc/wire.ts';
import { fail, type Result } from '#shared/result.ts';

export const UNREACHABLE: Failure = {
  code: 'not-available',
  message: 'Andon’s own process does not answer. What you typed is kept here; start Andon again to go on.',
};

const LEFT_BEHIND: Failure = {
  code: 'not-allowed',
  message:
    'This tab is of an earlier start of Andon. Open the address that Andon printed when it started; what you typed here is kept and goes on there.',
};

/** One request to the web host, from a window or a worker: what it answers, or why there is no answer. Never throws. */
export async function post(path: string, body: BodyInit): Promise<Result<never, Failure>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });
    if (response.status === 401 || response.status === 403) return fail(LEFT_BEHIND);
    return decode(new Uint8Array(await response.arrayBuffer())) as Result<never, Failure>;
  } catch {
    return fail(UNREACHABLE);
  }
}
