import { useMemo } from 'react';
import type { KnownBefore } from '#shared/ipc/contract.ts';
import { readSettings } from '#shared/ipc/read-settings.ts';
import { ORGANIZATION } from '#shared/tabular/entity-name.ts';
import { useCurrentState } from './CurrentStateContext.tsx';
import { useRegisters } from './WorkspaceContext.tsx';

const MOST_NAMES = 5000;
const MOST_MAPPINGS = 1000;

/** Names in use and mappings that were chosen before. One that this build cannot read is passed over. */
export function useKnownBefore(): KnownBefore {
  const { mappings, entities } = useRegisters();
  const { state } = useCurrentState();
  return useMemo(() => {
    const names = new Set([
      ...entities.map((one) => one.id),
      ...(state?.readings ?? []).map((one) => one.entity),
    ]);
    const remembered = [...mappings].slice(-MOST_MAPPINGS).flatMap(([signature, stored]) => {
      const settings = readSettings.safeParse(stored);
      return settings.success ? [{ signature, settings: settings.data }] : [];
    });
    return { entities: [...names].filter((name) => name !== ORGANIZATION).slice(0, MOST_NAMES), remembered };
  }, [mappings, entities, state]);
}
