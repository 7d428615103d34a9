import { useEffect, useRef } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useKnownBefore } from '#renderer/src/data/known-before.ts';
import { isSample } from '#renderer/src/data/sample.ts';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { snapshotsInForce } from '#renderer/src/workers/evaluation-basis.ts';
import { takeInUnattended, type Unattended } from './take-in-unattended.ts';

/** A burst of files is looked at together, and what one of them stored is known when the next one is compared. */
const PAUSE_MS = 300;

/**
 * Takes files of the inbox in as they arrive, where their layout is known. One window does it at a time, and none in the
 * sample organization: what arrives there is the real organization's. Shows nothing of its own.
 */
export function UnattendedInbox() {
  const workspace = useWorkspace();
  const registers = useRegisters();
  const { evaluator } = useCurrentState();
  const known = useKnownBefore();
  const parts = useRef<Unattended | null>(null);
  parts.current = {
    workspace,
    evaluator,
    known,
    snapshots: registers.snapshots,
    stored: {
      database: workspace.database.name,
      snapshots: snapshotsInForce(registers.snapshots),
      entities: registers.entities,
    },
  };

  useEffect(() => {
    if (isSample(workspace) || workspace.readOnly) return;
    const { machine } = workspace;
    const leaving = new AbortController();
    const told = new Set<string>();
    let wake: () => void = () => undefined;
    const stopListening = machine.subscribe('inbox:arrived', () => wake());

    const lookOnce = async (): Promise<void> => {
      const listed = await machine.request('inbox:list', {});
      for (const file of listed.ok ? listed.value.files : []) {
        if (leaving.signal.aborted || parts.current === null || told.has(file.sha256)) continue;
        told.add(file.sha256);
        const outcome = await takeInUnattended(file, parts.current).catch(() => null);
        if (outcome?.kind === 'dealt-with') await machine.request('inbox:done', { token: file.token });
        if (outcome?.kind === 'waits') notify(`${file.name} waits in the inbox: ${outcome.why}`);
        else if (outcome?.sentence != null) notify(outcome.sentence);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    };
    const lead = async (): Promise<void> => {
      while (!leaving.signal.aborted) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await lookOnce();
        await woken;
      }
    };
    leaving.signal.addEventListener('abort', () => wake());
    navigator.locks
      .request(`andon.inbox.${workspace.database.name}`, { signal: leaving.signal }, lead)
      .catch(() => undefined);
    return () => {
      leaving.abort();
      stopListening();
    };
  }, [workspace]);
  return null;
}
