import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswer } from '#electron/ipc/handle.ts';
import { createHandlers } from '#electron/ipc/handlers.ts';
import type { ExportJob, Exports } from '#electron/services/exports.ts';
import { type Channel, contract, type Grant, type Input, type Reply } from '#shared/ipc/contract.ts';
import { fail, ok } from '#shared/result.ts';
import { hostForTest, noExports, servicesForTest } from '#tests/support/services.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const caller = { owner: 'window 1' };

async function machine(
  options: { readonly exports?: Exports; readonly files?: readonly string[]; readonly folder?: string } = {},
) {
  const services = await servicesForTest(options.exports);
  const { host, told } = hostForTest(options);
  const answer = createAnswer(createHandlers(services, host), services.log);
  const request = <C extends Channel>(channel: C, input: Input<C>, from = caller) =>
    answer(channel, input, from) as Promise<Reply<C>>;
  return { services, answer, request, told };
}

async function aFile(content = 'week,value\n'): Promise<string> {
  const file = path.join(await temporaryFolder(), 'dora.csv');
  await writeFile(file, content);
  return file;
}

/** Reads nothing: waits until it is told to go on, or stopped. */
function waitingExports() {
  const jobs: ExportJob[] = [];
  const read = (job: ExportJob) =>
    new Promise<{
      readonly ok: false;
      readonly failure: { readonly code: 'cancelled'; readonly message: string };
    }>((resolve) => {
      jobs.push(job);
      job.signal.addEventListener('abort', () =>
        resolve(fail({ code: 'cancelled', message: 'Reading was stopped.' })),
      );
    });
  return { jobs, exports: { ...noExports, read, points: read } satisfies Exports };
}

async function pick(request: Awaited<ReturnType<typeof machine>>['request']): Promise<Grant> {
  const chosen = await request('file:choose', { multiple: false });
  const [grant] = chosen.ok ? chosen.value : [];
  if (grant === undefined) throw new Error('nothing was chosen');
  return grant;
}

describe('a request', () => {
  it('has a handler for every channel of the contract', async () => {
    const services = await servicesForTest();
    expect(Object.keys(createHandlers(services, hostForTest().host)).sort()).toEqual(
      Object.keys(contract).sort(),
    );
  });

  it('is answered with a failure, never a throw, whatever is sent on whatever channel', async () => {
    const { answer } = await machine();
    const channel = fc.oneof(
      fc.constantFrom(...Object.keys(contract)),
      fc.string(),
      fc.constantFrom('__proto__', 'toString'),
    );
    await fc.assert(
      fc.asyncProperty(channel, fc.anything(), async (name, input) => {
        const reply = await answer(name, input, caller);
        if (!reply.ok) expect(Object.keys(reply.failure).sort()).toEqual(['code', 'message']);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an extra key', 'app:hello', { extra: 1 }],
    ['a stream that is a path', 'journal:append', { stream: '../x', events: ['{}'] }],
    ['a snapshot id with a slash', 'snapshot:read', { id: 'a/b' }],
    ['a token of another shape', 'export:read', { token: '/etc/passwd', settings: {} }],
    ['settings that nobody knows', 'export:read', { token: 'x'.repeat(22), settings: { path: '/etc' } }],
    ['no events', 'journal:append', { stream: 'review-1', events: [] }],
  ])('with %s is refused', async (_, channel, input) => {
    const { answer } = await machine();
    expect(await answer(channel, input, caller)).toMatchObject({ ok: false, failure: { code: 'malformed' } });
  });

  it('that breaks says nothing of what broke, and the log does', async () => {
    const exports: Exports = {
      ...noExports,
      read: () => {
        throw new Error('secret path /home/mei');
      },
    };
    const { request, services } = await machine({ exports, files: [await aFile()] });
    const logged: unknown[] = [];
    const reading = createAnswer(createHandlers(services, hostForTest().host), {
      note: () => undefined,
      trouble: (what, error) => logged.push([what, error]),
    });
    const { token } = await pick(request);
    const reply = await reading('export:read', { token, settings: {} }, caller);
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(reply).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(logged).toHaveLength(1);
  });
});

describe('files', () => {
  it('are named by token and read with their name, for the window that was given them', async () => {
    const { jobs, exports } = waitingExports();
    const file = await aFile();
    const { request } = await machine({ exports, files: [file] });
    const { token, name } = await pick(request);
    expect(name).toBe('dora.csv');
    const other = await request('export:read', { token, settings: {} }, { owner: 'window 2' });
    expect(other).toMatchObject({ ok: false, failure: { code: 'not-granted' } });

    const reading = request('export:read', { token, settings: { decimal: ',' } });
    expect(jobs[0]).toMatchObject({ path: file, name: 'dora.csv', settings: { decimal: ',' } });
    await request('export:cancel', { token });
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    await request('export:release', { token });
    expect(await request('export:read', { token, settings: {} })).toMatchObject({
      ok: false,
      failure: { code: 'not-granted' },
    });
  });

  it('are read once at a time: a newer request stops the older', async () => {
    const { jobs, exports } = waitingExports();
    const { request } = await machine({ exports, files: [await aFile()] });
    const { token } = await pick(request);
    const first = request('export:read', { token, settings: {} });
    const second = request('export:points', { token, settings: { decimal: '.' } });
    expect(await first).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(jobs.map((job) => job.signal.aborted)).toEqual([true, false]);
    await request('export:cancel', { token });
    await second;
  });

  it('tell how far they are read to the window that reads them', async () => {
    const { jobs, exports } = waitingExports();
    const { request, told } = await machine({ exports, files: [await aFile()] });
    const { token } = await pick(request);
    const reading = request('export:read', { token, settings: {} });
    for (const rows of [1, 2, 3]) jobs[0]?.onProgress({ bytes: rows * 10, total: 100, rows });
    expect(told).toEqual([
      { to: 'window 1', message: 'export:progress', payload: { token, bytes: 10, total: 100, rows: 1 } },
    ]);
    await request('export:cancel', { token });
    await reading;
  });
});

describe('the journal, the snapshots and the inbox', () => {
  it('give back over the contract what was handed to them', async () => {
    const { request } = await machine();
    const events = ['{"id":"1"}', '{"id":"2"}'];
    expect(await request('journal:append', { stream: 'review-1', events })).toMatchObject({
      ok: true,
      value: { count: 2 },
    });
    expect(await request('journal:read', {})).toEqual(
      ok({ streams: [{ stream: 'review-1', events }], passedOver: 0 }),
    );
    const columns = new Uint8Array([0, 255, 7]);
    await request('snapshot:keep', { id: 'aa11', header: '{}', columns });
    expect(await request('snapshot:read', { id: 'aa11' })).toEqual(ok({ header: '{}', columns }));
    expect(await request('snapshot:read', { id: 'bb22' })).toEqual(ok(null));
  });

  it('put a snapshot together that came in parts, and keep none of which a part is missing', async () => {
    const { request } = await machine();
    const none = new Uint8Array();
    for (const [part, bytes] of [[1, 2], [3]].entries()) {
      await request('snapshot:part', { id: 'aa11', part, columns: new Uint8Array(bytes) });
    }
    const kept = { id: 'aa11', header: '{}', columns: none, parts: 2 };
    expect(await request('snapshot:keep', kept)).toMatchObject({ ok: true });
    expect(await request('snapshot:read', { id: 'aa11' })).toEqual(
      ok({ header: '{}', columns: new Uint8Array([1, 2, 3]) }),
    );
    await request('snapshot:part', { id: 'bb22', part: 0, columns: new Uint8Array([1]) });
    expect(await request('snapshot:keep', { ...kept, id: 'bb22' })).toMatchObject({ ok: false });
    expect(await request('snapshot:read', { id: 'bb22' })).toEqual(ok(null));
  });

  it('let a chosen folder be watched, and nothing that is no folder', async () => {
    const folder = await temporaryFolder();
    const { request, services } = await machine({ folder, files: [await aFile()] });
    const chosen = await request('inbox:choose', {});
    const token = chosen.ok ? (chosen.value?.token ?? '') : '';
    expect(await request('inbox:set', { token })).toEqual(ok({ name: path.basename(folder) }));
    expect(await request('app:hello', {})).toMatchObject({
      value: { inbox: { name: path.basename(folder) } },
    });
    const file = await pick(request);
    expect(await request('inbox:set', { token: file.token })).toMatchObject({ ok: false });
    expect(await request('inbox:set', { token: null })).toEqual(ok(null));
    expect(services.inbox.folder()).toBeNull();
  });
});
