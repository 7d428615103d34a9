import { useRef, useState } from 'react';
import { takeIn } from '#renderer/src/data/imports.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { dismissArrival } from '#renderer/src/state/arrivals.ts';
import { notify } from '#renderer/src/state/notices.ts';
import type { Grant } from '#shared/ipc/contract.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import { unitConflicts } from './asked/unit-conflicts.ts';
import { receiptOf } from './import-words.ts';
import { decisionEvents } from './names/decisions.ts';
import type { Mapping } from './use-mapping.ts';

export type TakingIn = {
  /** Whether nothing is open any more. */
  readonly ready: boolean;
  /** Whether so many rows are rejected, or so little is in it, that leaving the file out is the better habit. */
  readonly doubtful: boolean;
  readonly existing: OnExisting;
  readonly setExisting: (existing: OnExisting) => void;
  readonly add: () => void;
  readonly leave: () => void;
};

/** More rejected rows than this, and cancelling is the default. */
const MANY_REJECTED = 0.2;

function holdsSomething({ read }: Mapping): boolean {
  if (read === null || read.reading.status !== 'read') return false;
  const { targets, owners } = read.reading;
  return (read.points?.values.length ?? 0) + targets.length + owners.length > 0;
}

function isDoubtful(mapping: Mapping): boolean {
  const { read } = mapping;
  if (read === null) return false;
  const { rejectedCount, data } = read.reading.rows;
  if (read.reading.status === 'read' && !holdsSomething(mapping)) return true;
  return rejectedCount > (rejectedCount + data) * MANY_REJECTED;
}

/** Taking the file in, or leaving it: once, whole, and only when nothing is open. */
export function useTakingIn(grant: Grant, mapping: Mapping): TakingIn {
  const workspace = useWorkspace();
  const [existing, setExisting] = useState<OnExisting>('update');
  const { read, comparison, working, comparing, decisions } = mapping;
  const settled = !working && !comparing && comparison !== null && unitConflicts(comparison).length === 0;
  const ready = settled && mapping.openShifts.length === 0 && holdsSomething(mapping);
  const leave = (sentence: string | null = null) => {
    dismissArrival(grant.token, sentence);
    void workspace.machine.request('export:release', { token: grant.token });
  };
  // A second press while the file is being stored would take it in twice.
  const adding = useRef(false);
  const add = async () => {
    if (!ready || read === null || comparison === null || adding.current) return;
    adding.current = true;
    const taken = await takeIn(workspace, read, { existing });
    adding.current = false;
    if (!taken.ok) return notify(taken.failure.message, { lasting: true });
    if (decisions.size > 0) workspace.log.append(decisionEvents(decisions));
    void workspace.machine.request('inbox:done', { token: grant.token });
    const receipt = receiptOf(grant.name, comparison, existing);
    leave(receipt);
    notify(receipt);
  };
  return {
    ready,
    doubtful: isDoubtful(mapping),
    existing,
    setExisting,
    add: () => void add(),
    leave: () => leave(),
  };
}
