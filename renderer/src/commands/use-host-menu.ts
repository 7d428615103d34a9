import { useEffect } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { type Command, useCommandSources } from '#renderer/src/state/commands.ts';
import { type MenuEntry, menusOf } from '#renderer/src/state/menus.ts';
import type { ShownCommand, ShownMenu } from '#shared/ipc/shown-menu.ts';
import { runCommand } from './run-command.ts';

/** Screens that change offer their commands in several steps; the menu is told once, after so many milliseconds. */
const SETTLED_MS = 150;

function shownCommand({ id, name, keys, enabled = true }: Command): ShownCommand {
  return { kind: 'command', id, name, key: keys?.[0] ?? null, enabled };
}

function shownEntry(entry: MenuEntry): ShownMenu['groups'][number][number] {
  return entry.kind === 'command'
    ? shownCommand(entry.command)
    : { kind: 'submenu', name: entry.name, commands: entry.commands.map(shownCommand) };
}

/** The menus as the application's own menu shows them. */
export function shownMenus(commands: readonly Command[]): readonly ShownMenu[] {
  return menusOf(commands).map(({ name, groups }) => ({
    name,
    groups: groups.map((group) => group.entries.map(shownEntry)),
  }));
}

/** Gives the desktop's menu what this window can do, whenever that changes, and runs what is chosen there. */
export function useHostMenu(): void {
  const { machine, hello } = useWorkspace();
  const sources = useCommandSources();
  const hasMenu = hello.host === 'desktop';
  const shown = hasMenu ? JSON.stringify(shownMenus([...sources.values()].flat())) : '';
  useEffect(() => {
    if (shown === '') return;
    const later = setTimeout(
      () => void machine.request('menu:set', { menus: JSON.parse(shown) }),
      SETTLED_MS,
    );
    return () => clearTimeout(later);
  }, [machine, shown]);
  useEffect(
    () => (hasMenu ? machine.subscribe('menu:chosen', ({ id }) => runCommand(id)) : undefined),
    [machine, hasMenu],
  );
}
