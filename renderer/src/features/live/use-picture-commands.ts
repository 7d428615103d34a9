import type { Command } from '#renderer/src/state/commands.ts';
import { toggleDark, useDark } from '#renderer/src/state/pointing.ts';

/** What presentation clickers send beside the keys that turn pages: the black screen; starting a show starts nothing. */
export function usePictureCommands(): readonly Command[] {
  const dark = useDark();
  return [
    {
      id: 'live:dark',
      keys: ['b', '.'],
      name: dark ? 'Show the stage again' : 'Make the stage dark for a while',
      group: 'Windows',
      run: toggleDark,
    },
    {
      id: 'live:start-of-show',
      // A browser would load the page anew.
      keys: ['F5'],
      name: 'The start key of a clicker: changes nothing',
      group: 'Windows',
      hidden: true,
      run: () => undefined,
    },
  ];
}
