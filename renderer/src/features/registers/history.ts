import type { RecordEdit } from '#shared/registers/registers.ts';
import type { HistoryLine } from './register.ts';

/** How a register says its fields: the name, and the value in words. */
export type FieldWords<Fields> = {
  readonly [Field in keyof Fields]?: {
    readonly name: string;
    readonly say: (value: Fields[Field]) => string;
  };
};

type Told<Fields> = {
  readonly history: readonly RecordEdit<Fields>[];
  readonly words: FieldWords<Fields>;
  readonly day: (ms: number) => string;
  readonly nameOf: (person: string) => string;
  /** A title of its own for an edit (a check in the room), null for the usual one. */
  readonly titleOf?: (edit: RecordEdit<Fields>) => string | null;
};

/** Values that explain an edit stand beneath it, not beside what it changed. */
const EXPLAINING: ReadonlySet<string> = new Set(['reason', 'evidence', 'doneOn']);

function changeWords<Fields extends object>(
  edit: RecordEdit<Fields>,
  before: Partial<Fields>,
  words: FieldWords<Fields>,
): { readonly changed: readonly string[]; readonly explained: readonly string[] } {
  const changed: string[] = [];
  const explained: string[] = [];
  for (const field of Object.keys(edit.changes) as (keyof Fields & string)[]) {
    const word = words[field];
    const now = edit.changes[field] as Fields[typeof field];
    if (word === undefined || JSON.stringify(now) === JSON.stringify(before[field] ?? null)) continue;
    const said = word.say(now);
    if (EXPLAINING.has(field)) {
      if (field !== 'doneOn') explained.push(said);
      continue;
    }
    const was = before[field] === undefined ? '' : word.say(before[field] as Fields[typeof field]);
    changed.push(was === '' ? `${word.name}: ${said}` : `${word.name} from ${was} to ${said}`);
  }
  return { changed, explained };
}

/** What happened to an entry, newest first: who, when, from what to what. */
export function historyLines<Fields extends object>(told: Told<Fields>): readonly HistoryLine[] {
  let before: Partial<Fields> = {};
  const lines = told.history.map((edit, index): HistoryLine => {
    const { changed, explained } = changeWords(edit, before, told.words);
    before = { ...before, ...edit.changes };
    const own = told.titleOf?.(edit) ?? null;
    const title = index === 0 ? 'Taken down' : (own ?? (changed.join('; ') || 'Edited'));
    const details = index === 0 ? [] : [...(own === null ? [] : changed), ...explained];
    return {
      id: edit.event,
      when: told.day(edit.atMs),
      who: told.nameOf(edit.actor),
      title,
      details,
    };
  });
  return lines.toReversed();
}
