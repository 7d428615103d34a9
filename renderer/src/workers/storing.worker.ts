import { type Database, defineDatabase } from '#renderer/src/data/database.ts';
import { directWriter } from '#renderer/src/data/snapshot-writer.ts';
import { type Arrival, createArrival } from './hand-over.ts';
import type { StoringAnswer, StoringRequest } from './storing.ts';

let database: Database | null = null;
const arriving = new Map<number, Arrival>();

type Body = Extract<StoringRequest, { readonly body: unknown }>['body'];

function arrivalOf(id: number): Arrival {
  const arrival = arriving.get(id) ?? createArrival();
  arriving.set(id, arrival);
  return arrival;
}

async function answer({ name, writing }: Body): Promise<StoringAnswer['body']> {
  if (database?.name !== name) {
    database?.close();
    database = defineDatabase(name);
  }
  try {
    const { header, columns } = await directWriter(database).write(writing);
    return { kind: 'written', header, columns };
  } catch (cause) {
    return { kind: 'refused', why: cause instanceof Error ? cause.message : String(cause) };
  }
}

self.addEventListener('message', (event: MessageEvent<StoringRequest>) => {
  const request = event.data;
  const { id } = request;
  if ('piece' in request) return arrivalOf(id).take(request.piece);
  const { name, writing } = request.body;
  const points = arrivalOf(id).whole(writing.points);
  arriving.delete(id);
  answer({ name, writing: { ...writing, points } }).then((body) =>
    self.postMessage({ id, body }, { transfer: body.kind === 'written' ? [body.columns] : [] }),
  );
});
