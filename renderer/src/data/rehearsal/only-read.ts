import type { Database } from '#renderer/src/data/database.ts';

export const NOTHING_IS_KEPT = 'This is a rehearsal: nothing is kept.';

/** Makes a database refuse every change, whoever asks for it. Called before it is opened. */
export function onlyRead(database: Database): Database {
  database.use({
    stack: 'dbcore',
    name: 'only-read',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: () => Promise.reject(new Error(NOTHING_IS_KEPT)),
      }),
    }),
  });
  return database;
}
