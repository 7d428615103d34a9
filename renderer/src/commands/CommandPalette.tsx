import { useMemo } from 'react';
import { showPalette, useCommandSources, usePalette } from '#renderer/src/state/commands.ts';
import { recentlyChosen, rememberChosen } from '#renderer/src/state/recent.ts';
import { Palette } from '#renderer/src/ui/Palette.tsx';
import { allFindings, type Finding } from './findings.ts';

function OpenPalette({ useFindings }: { readonly useFindings: () => readonly Finding[] }) {
  const sources = useCommandSources();
  const findings = useFindings();
  const recent = useMemo(recentlyChosen, []);
  const all = useMemo(() => allFindings([...sources.values()].flat(), findings), [sources, findings]);
  return (
    <Palette
      label="Find anything"
      open
      entries={all}
      recent={recent}
      onClose={() => showPalette('closed')}
      onChoose={(id) => {
        rememberChosen(id);
        all.find((one) => one.id === id)?.run();
      }}
    />
  );
}

/** Ctrl+K: everything that can be done or opened, by name. What there is to find is gathered when it opens. */
export function CommandPalette(props: { readonly useFindings: () => readonly Finding[] }) {
  return usePalette() === 'open' ? <OpenPalette {...props} /> : null;
}
