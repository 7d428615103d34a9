import { useEffect, useState } from 'react';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Grant } from '#shared/ipc/contract.ts';
import type { Snapshot } from '#shared/registers/registers.ts';

export type EarlierImport =
  | { readonly kind: 'looking' }
  /** Nothing in force has these bytes, or they cannot be read: reading says why. */
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly snapshot: Snapshot };

/** Whether a file's very bytes were taken in before and are still in force; known before anything is read. */
export function useEarlierImport(grant: Grant): EarlierImport {
  const { machine } = useWorkspace();
  const { snapshots } = useRegisters();
  const [sha256, setSha256] = useState<{ readonly token: string; readonly sum: string | null } | null>(null);
  useEffect(() => {
    let current = true;
    machine.request('export:hash', { token: grant.token }).then((answer) => {
      if (current) setSha256({ token: grant.token, sum: answer.ok ? answer.value.sha256 : null });
    });
    return () => {
      current = false;
    };
  }, [machine, grant.token]);
  if (sha256?.token !== grant.token) return { kind: 'looking' };
  const snapshot = snapshots.findLast((one) => one.takenBackAtMs === null && one.sha256 === sha256.sum);
  return snapshot === undefined ? { kind: 'none' } : { kind: 'known', snapshot };
}
