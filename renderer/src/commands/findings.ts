import type { Command } from '#renderer/src/state/commands.ts';
import { distinct } from '#renderer/src/state/menus.ts';
import type { PaletteEntry } from '#renderer/src/ui/Palette.tsx';

/** Something that is opened by its name and is no command: a series, a person, an entry of a register. */
export type Finding = PaletteEntry & { readonly run: () => void };

/** Kinds of work at a screen come before what works everywhere. */
const EVERYWHERE: ReadonlySet<string> = new Set(['Anywhere', 'Files', 'Screens']);

function asFinding({ id, name, group, keys, run }: Command): Finding {
  return { id, name, group, run, ...(keys === undefined ? {} : { keys }) };
}

/** Everything that has a name, what is useful here first: what was chosen lately, what this screen does, screens, the rest. */
export function allFindings(commands: readonly Command[], findings: readonly Finding[]): readonly Finding[] {
  const offered = distinct(commands)
    .filter((command) => command.hidden !== true && command.enabled !== false)
    .map(asFinding);
  const here = offered.filter((one) => !EVERYWHERE.has(one.group));
  const keyed = here.toSorted(
    (left, right) => Number(left.keys === undefined) - Number(right.keys === undefined),
  );
  return [...keyed, ...offered.filter((one) => EVERYWHERE.has(one.group)), ...findings];
}
