import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomic } from '#electron/services/write-atomic.ts';
import { z } from '#shared/zod.ts';

const pixels = z.number().finite();

const displayMark = z.object({
  id: z.number(),
  label: z.string().max(300),
  bounds: z.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
});

const schema = z.object({
  /** Real path of the watched folder. */
  inbox: z.string().nullable().default(null),
  /** SHA-256 of files of the inbox that were dealt with. */
  dealtWith: z.array(z.string()).readonly().default([]),
  /** Whether files of the inbox that were dealt with are moved into its folder `taken`. Nothing is moved unasked. */
  moveTaken: z.boolean().default(false),
  /** The display that the stage was on, by all that one may be known again by. */
  stageDisplay: displayMark.nullable().default(null).catch(null),
});

/** What this device remembers by itself; everything that people author is an event instead. */
export type Settings = Readonly<z.output<typeof schema>>;

export type SettingsFile = {
  readonly current: () => Settings;
  readonly change: (part: Partial<Settings>) => Promise<void>;
};

/** The settings kept in the data folder. A file that cannot be understood counts as none. */
export async function openSettings(dataFolder: string): Promise<SettingsFile> {
  const file = path.join(dataFolder, 'settings.json');
  const text = await readFile(file, 'utf8').catch(() => '{}');
  let settings: Settings = schema.parse({});
  try {
    settings = schema.parse(JSON.parse(text));
  } catch {
    // The defaults stand.
  }
  let writing = Promise.resolve();

  return {
    current: () => settings,
    change: (part) => {
      settings = { ...settings, ...part };
      const content = `${JSON.stringify(settings, null, 2)}\n`;
      writing = writing.catch(() => undefined).then(() => writeAtomic(file, content));
      return writing;
    },
  };
}
