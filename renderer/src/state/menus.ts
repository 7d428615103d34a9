import { groupBy } from '#shared/events/group-by.ts';
import { type CommandGroup, MENUS } from './command-groups.ts';
import type { Command } from './commands.ts';

/** A line of a menu: a command, or a submenu of commands of one kind. */
export type MenuEntry =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'submenu'; readonly name: string; readonly commands: readonly Command[] };

/** A menu as it is shown: its groups in order, empty ones left out. */
export type Menu = {
  readonly name: string;
  readonly groups: readonly { readonly name: CommandGroup; readonly entries: readonly MenuEntry[] }[];
};

/** Commands with one id are one command: the source that came last is meant, in the place of the first. */
export function distinct(commands: readonly Command[]): readonly Command[] {
  return [...new Map(commands.map((command) => [command.id, command])).values()];
}

function entriesOf(commands: readonly Command[]): readonly MenuEntry[] {
  const under = groupBy(commands, (command) => command.under);
  return commands.flatMap((command): readonly MenuEntry[] => {
    const { under: name } = command;
    if (name === undefined) return [{ kind: 'command', command }];
    const siblings = under.get(name) ?? [];
    return siblings[0] === command ? [{ kind: 'submenu', name, commands: siblings }] : [];
  });
}

/** All commands in their menus; menus without a command are left out. */
export function menusOf(commands: readonly Command[]): readonly Menu[] {
  const byGroup = groupBy(distinct(commands), (command) => command.group);
  return MENUS.map((menu) => ({
    name: menu.name,
    groups: menu.groups.flatMap((name) => {
      const entries = entriesOf(byGroup.get(name) ?? []);
      return entries.length === 0 ? [] : [{ name, entries }];
    }),
  })).filter((menu) => menu.groups.length > 0);
}
