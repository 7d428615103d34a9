import { useRehearse } from '#renderer/src/data/rehearsal/use-rehearse.ts';
import { useFiles } from '#renderer/src/hooks/use-files.ts';
import { setTheme, type Theme, useTheme } from '#renderer/src/state/appearance.ts';
import { type Command, showPalette } from '#renderer/src/state/commands.ts';
import { goTo } from '#renderer/src/state/navigation.ts';
import { setSingleKeys, useSingleKeys } from '#renderer/src/state/single-keys.ts';
import { PAGES } from './pages.ts';

const SCREENS = [...PAGES, { place: { page: 'live' }, name: 'Live' }] as const;

const LOOKS: readonly { readonly id: Theme; readonly name: string }[] = [
  { id: 'system', name: 'Look: as the system' },
  { id: 'light', name: 'Look: light' },
  { id: 'dark', name: 'Look: dark' },
];

function rehearsal(run: () => void): Command {
  return { id: 'rehearse', name: 'Rehearse the coming review', group: 'Prepare', run };
}

/** What can be done from everywhere, and every screen by its name. */
export function useWindowCommands(): readonly Command[] {
  const { choose } = useFiles();
  const single = useSingleKeys();
  const rehearse = useRehearse();
  const theme = useTheme();
  return [
    {
      id: 'find',
      name: 'Find anything',
      group: 'Anywhere',
      keys: ['Ctrl+K'],
      hidden: true,
      run: () => showPalette('open'),
    },
    {
      id: 'choose-files',
      name: 'Choose files',
      group: 'Files',
      keys: ['Ctrl+O'],
      run: () => void choose(),
    },
    { id: 'keys', name: 'Show the keys', group: 'Anywhere', keys: ['?'], run: () => showPalette('keys') },
    {
      id: 'single-keys',
      name: single ? 'Turn single keys off on this machine' : 'Turn single keys on again',
      group: 'Anywhere',
      run: () => setSingleKeys(!single),
    },
    ...(rehearse === null ? [] : [rehearsal(rehearse)]),
    ...LOOKS.map(
      ({ id, name }): Command => ({
        id: `look:${id}`,
        name,
        group: 'Settings',
        under: 'Look',
        enabled: id !== theme,
        run: () => setTheme(id),
      }),
    ),
    ...SCREENS.map(
      ({ place, name }): Command => ({
        id: `go:${place.page}`,
        name,
        group: 'Screens',
        run: () => goTo(place),
      }),
    ),
  ];
}
