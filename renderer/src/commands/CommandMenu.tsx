import { useCommandSources } from '#renderer/src/state/commands.ts';
import { type MenuEntry, menusOf } from '#renderer/src/state/menus.ts';
import { MenuButton, type MenuLine, type MenuSectionOf } from '#renderer/src/ui/MenuButton.tsx';
import { runCommand } from './run-command.ts';

function lineOf(entry: MenuEntry): MenuLine {
  if (entry.kind === 'submenu') {
    const lines = entry.commands.map((command) => lineOf({ kind: 'command', command }));
    return { id: `menu:${entry.name}`, name: entry.name, sections: [{ name: entry.name, lines }] };
  }
  const { id, name, keys = [], enabled = true } = entry.command;
  return { id, name, keys, disabled: !enabled };
}

/** Every command there is now, in menus, for who points and clicks. Its places are those of the application's own menu. */
export function CommandMenu({ named = false }: { readonly named?: boolean }) {
  const sources = useCommandSources();
  const menus: readonly MenuLine[] = menusOf([...sources.values()].flat()).map((menu) => ({
    id: `menu:${menu.name}`,
    name: menu.name,
    sections: menu.groups.map(
      (group): MenuSectionOf => ({ name: group.name, lines: group.entries.map(lineOf) }),
    ),
  }));
  return (
    <MenuButton label="Menu" sections={[{ name: 'Menu', lines: menus }]} onChoose={runCommand}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M1 3h12M1 7h12M1 11h12" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      {named && 'Menu'}
    </MenuButton>
  );
}
