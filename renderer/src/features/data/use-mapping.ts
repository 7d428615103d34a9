import { useCallback, useEffect, useRef, useState } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { type ReadFile, readPoints } from '#renderer/src/data/imports.ts';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { snapshotsInForce } from '#renderer/src/workers/evaluation-basis.ts';
import type { Grant, Payload } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import { withAnswer } from '#shared/tabular/answers.ts';
import type { Question, ReadSettings } from '#shared/tabular/reading.ts';

export type Mapping = {
  readonly read: ReadFile | null;
  readonly comparison: ImportComparison | null;
  readonly failure: Failure | null;
  readonly working: boolean;
  readonly progress: Payload<'export:progress'> | null;
  readonly settings: ReadSettings;
  /** True when the settings came from an earlier file with the same header. */
  readonly remembered: boolean;
  readonly change: (change: ReadSettings) => void;
  readonly answer: (question: Question, choice: string) => void;
  readonly cancel: () => void;
};

type State = Pick<Mapping, 'read' | 'comparison' | 'failure' | 'working' | 'remembered'>;

const START: State = { read: null, comparison: null, failure: null, working: true, remembered: false };

/** Reads one file, again with every change of its settings, and says what taking it in would do. Nothing is stored. */
export function useMapping(grant: Grant): Mapping {
  const workspace = useWorkspace();
  const { mappings, snapshots, entities } = useRegisters();
  const named = useRef(entities);
  named.current = entities;
  const inForceNow = JSON.stringify(snapshotsInForce(snapshots));
  const { evaluator } = useCurrentState();
  const [settings, setSettings] = useState<ReadSettings | null>(null);
  const [state, setState] = useState<State>(START);
  const [progress, setProgress] = useState<Mapping['progress']>(null);

  useEffect(
    () =>
      workspace.machine.subscribe(
        'export:progress',
        (payload) => payload.token === grant.token && setProgress(payload),
      ),
    [workspace, grant.token],
  );

  useEffect(() => {
    let current = true;
    const run = async () => {
      setState((before) => ({ ...before, working: true }));
      let answer = await readPoints(workspace, grant, settings ?? {});
      let remembered = false;
      const known =
        answer.ok && settings === null ? mappings.get(answer.value.reading.signature ?? '') : undefined;
      if (known !== undefined) {
        answer = await readPoints(workspace, grant, known as ReadSettings);
        remembered = true;
      }
      if (!current) return;
      if (!answer.ok) return setState({ ...START, working: false, failure: answer.failure });
      const { points } = answer.value;
      const comparison =
        points === null
          ? null
          : await evaluator.compare(points, {
              database: workspace.database.name,
              snapshots: JSON.parse(inForceNow),
              entities: named.current,
            });
      if (!current) return;
      setState((before) => ({
        read: answer.value,
        comparison,
        failure: null,
        working: false,
        remembered: remembered || (before.remembered && settings === null),
      }));
    };
    run().catch((cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause);
      if (current) setState({ ...START, working: false, failure: { code: 'unexpected', message } });
    });
    return () => {
      current = false;
    };
  }, [workspace, evaluator, grant, settings, mappings, inForceNow]);

  const inForce = settings ?? state.read?.reading.settings ?? {};
  const change = useCallback((more: ReadSettings) => setSettings({ ...inForce, ...more }), [inForce]);
  return {
    ...state,
    progress,
    settings: inForce,
    change,
    answer: (question, choice) => setSettings(withAnswer(inForce, question, choice)),
    cancel: () => void workspace.machine.request('export:cancel', { token: grant.token }),
  };
}
