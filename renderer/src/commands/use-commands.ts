import { useId, useLayoutEffect, useRef } from 'react';
import { type Command, offerCommands } from '#renderer/src/state/commands.ts';

/** Offers a screen's commands while it is shown; what they do is always the newest render's. */
export function useCommands(commands: readonly Command[]): void {
  const source = useId();
  const latest = useRef(commands);
  latest.current = commands;
  const shape = commands
    .map(({ id, name, keys, group, under, enabled }) =>
      [id, name, keys, group, under, enabled].join('\u0000'),
    )
    .join('\u0001');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what commands do is read through the ref; only their shape renews the offer.
  useLayoutEffect(
    () =>
      offerCommands(
        source,
        latest.current.map((command) => ({
          ...command,
          run: () => latest.current.find((one) => one.id === command.id)?.run(),
        })),
      ),
    [source, shape],
  );
}
