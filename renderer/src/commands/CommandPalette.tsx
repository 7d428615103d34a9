import { useMemo } from 'react';
import { showPalette, useCommandSources, usePalette } from '#renderer/src/state/commands.ts';
import { Palette } from '#renderer/src/ui/Palette.tsx';

/** Ctrl+K: everything that can be done or opened now, by name; what has a key first. */
export function CommandPalette() {
  const sources = useCommandSources();
  const open = usePalette() === 'open';
  const commands = useMemo(
    () =>
      [...sources.values()]
        .flat()
        .filter((command) => command.hidden !== true)
        .toSorted((left, right) => Number(left.keys === undefined) - Number(right.keys === undefined)),
    [sources],
  );
  return (
    <Palette
      label="Find anything"
      open={open}
      entries={commands}
      onClose={() => showPalette('closed')}
      onChoose={(id) => commands.find((command) => command.id === id)?.run()}
    />
  );
}
