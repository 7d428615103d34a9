import { describe, expect, it } from 'vitest';
import type { Command } from '#renderer/src/state/commands.ts';
import { menusOf } from '#renderer/src/state/menus.ts';

const command = (id: string, group: Command['group'], more: Partial<Command> = {}): Command => ({
  id,
  name: `Name of ${id}`,
  group,
  run: () => undefined,
  ...more,
});

const drawn = (commands: readonly Command[]) =>
  menusOf(commands).map((menu) => ({
    [menu.name]: menu.groups.map((group) => [
      group.name,
      ...group.entries.map((entry) =>
        entry.kind === 'command' ? entry.command.id : { [entry.name]: entry.commands.map(({ id }) => id) },
      ),
    ]),
  }));

describe('menus', () => {
  it('holds every command once, in the order of the menus and not of the offers', () => {
    const offered = [command('keys', 'Anywhere'), command('hold', 'The clock'), command('open', 'Files')];
    expect(drawn(offered)).toEqual([
      { File: [['Files', 'open']] },
      { Clock: [['The clock', 'hold']] },
      { Help: [['Anywhere', 'keys']] },
    ]);
  });

  it('puts many of a kind into one submenu, where the first of them stands', () => {
    const offered = [
      command('skip', 'The agenda'),
      command('go-1', 'The agenda', { under: 'Go to block' }),
      command('split', 'The agenda'),
      command('go-2', 'The agenda', { under: 'Go to block' }),
    ];
    expect(drawn(offered)).toEqual([
      { Review: [['The agenda', 'skip', { 'Go to block': ['go-1', 'go-2'] }, 'split']] },
    ]);
  });

  it('takes a command that two places offer for one, as it was offered last', () => {
    const offered = [command('save', 'Readout'), command('save', 'Readout', { name: 'Save again' })];
    const [menu] = menusOf(offered);
    expect(menu?.groups[0]?.entries).toMatchObject([{ kind: 'command', command: { name: 'Save again' } }]);
  });
});
