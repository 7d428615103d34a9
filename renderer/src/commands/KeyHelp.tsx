import { showPalette, useCommandSources, usePalette } from '#renderer/src/state/commands.ts';
import { type MenuEntry, menusOf } from '#renderer/src/state/menus.ts';
import { useSingleKeys } from '#renderer/src/state/single-keys.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import styles from './KeyHelp.module.css';

type Group = { readonly menu: string; readonly name: string; readonly entries: readonly MenuEntry[] };

function hasKey(entry: MenuEntry): boolean {
  return entry.kind === 'command' && (entry.command.keys?.length ?? 0) > 0;
}

/** What a group offers, with its keys. */
function Keys({ group }: { readonly group: Group }) {
  return (
    <section>
      <h3>{group.name}</h3>
      <dl>
        {group.entries.map((entry) =>
          entry.kind === 'submenu' ? null : (
            <div key={entry.command.id} data-command={entry.command.id}>
              <dt>
                {entry.command.keys?.map((key) => (
                  <Key key={key}>{key}</Key>
                ))}
              </dt>
              <dd dir="auto">{entry.command.name}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

/** What is run by its name alone, with the menu that holds it. */
function ByName({ groups }: { readonly groups: readonly Group[] }) {
  const rest = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => !hasKey(entry)) }))
    .filter((group) => group.entries.length > 0);
  if (rest.length === 0) return null;
  return (
    <section className={styles['named']}>
      <h3>
        Without a key: in the menu, or by name with <Key>Ctrl+K</Key>
      </h3>
      <dl>
        {rest.map(({ menu, name, entries }) => (
          <div key={name}>
            <dt>{menu === name ? name : `${menu}, ${name.toLowerCase()}`}</dt>
            {entries.map((entry) =>
              entry.kind === 'submenu' ? (
                <dd key={entry.name}>
                  {entry.name} ({entry.commands.length})
                </dd>
              ) : (
                <dd key={entry.command.id} data-command={entry.command.id} dir="auto">
                  {entry.command.name}
                </dd>
              ),
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Words() {
  const singleKeys = useSingleKeys();
  return (
    <p>
      {singleKeys
        ? 'Single keys are off while you type in a field; Escape leaves the field. With a screen reader they work in its focus mode. '
        : 'Single keys are turned off on this machine; everything is in the menu and found by name. '}
      Settings turns them {singleKeys ? 'off for good' : 'on again'}.
    </p>
  );
}

/** `?`: the keys that work now, by group, and what has none, read from what the screen offers. */
export function KeyHelp() {
  const sources = useCommandSources();
  const open = usePalette() === 'keys';
  const groups: readonly Group[] = open
    ? menusOf([...sources.values()].flat()).flatMap((menu) =>
        menu.groups.map(({ name, entries }) => ({ menu: menu.name, name, entries })),
      )
    : [];
  const withKeys = groups
    .map((group) => ({ ...group, entries: group.entries.filter(hasKey) }))
    .filter((group) => group.entries.length > 0);
  return (
    <Dialog title="Keys that work here" open={open} onClose={() => showPalette('closed')} width={1200}>
      <div className={styles['groups']}>
        {withKeys.map((group) => (
          <Keys key={group.name} group={group} />
        ))}
      </div>
      <Words />
      <ByName groups={groups} />
      <p>
        <Button keys={['Escape']} onPress={() => showPalette('closed')}>
          Close
        </Button>
      </p>
    </Dialog>
  );
}
