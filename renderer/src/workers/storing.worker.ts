import { type Database, defineDatabase } from '#renderer/src/data/database.ts';
import { directWriter } from '#renderer/src/data/snapshot-writer.ts';
import type { StoringAnswer, StoringRequest } from './storing.ts';

let database: Database | null = null;

async function answer({ name, writing }: StoringRequest['body']): Promise<StoringAnswer['body']> {
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
  const { id, body } = event.data;
  answer(body).then((result) =>
    self.postMessage({ id, body: result }, { transfer: result.kind === 'written' ? [result.columns] : [] }),
  );
});
