import { startTransition, useEffect, useRef, useState } from 'react';
import { type ReadFile, readPoints } from '#renderer/src/data/imports.ts';
import { useKnownBefore } from '#renderer/src/data/known-before.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Grant, KnownBefore, Payload } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';

/** How far a reading is, and how long the rest will take at this pace; null as long as nobody can say. */
export type ReadingProgress = Payload<'export:progress'> & { readonly leftMs: number | null };

export type FileReading = {
  readonly read: ReadFile | null;
  readonly failure: Failure | null;
  readonly working: boolean;
  readonly progress: ReadingProgress | null;
  /** True when the settings came from an earlier file with the same header. */
  readonly remembered: boolean;
};

type State = Omit<FileReading, 'progress'>;

const START: State = { read: null, failure: null, working: true, remembered: false };

/** Pace is known after this long. */
const SURE_AFTER_MS = 400;

/** Progress of a file's reading; the clock starts anew when the count of bytes does. */
function useProgress(token: string): ReadingProgress | null {
  const { machine } = useWorkspace();
  const [progress, setProgress] = useState<ReadingProgress | null>(null);
  const began = useRef({ ms: 0, bytes: Number.POSITIVE_INFINITY });
  useEffect(
    () =>
      machine.subscribe('export:progress', (payload) => {
        if (payload.token !== token) return;
        if (payload.bytes < began.current.bytes) began.current.ms = performance.now();
        began.current.bytes = payload.bytes;
        const spent = performance.now() - began.current.ms;
        const left = spent < SURE_AFTER_MS ? null : (spent / payload.bytes) * (payload.total - payload.bytes);
        setProgress({ ...payload, leftMs: left });
      }),
    [machine, token],
  );
  return progress;
}

function sentenceOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

const NOTHING: KnownBefore = { entities: [], remembered: [] };
/** Settings that somebody changes by hand go before every mapping; the names in use stay known. */
function namesOf({ entities }: KnownBefore): KnownBefore {
  return { entities, remembered: [] };
}

/** Whether a mapping says how the text is split: then the header is known only once it is read by it. */
function isOfTheText({ encoding, delimiter, header }: ReadSettings): boolean {
  return encoding !== undefined || delimiter !== undefined || header !== undefined;
}

/** Reads one file, again whenever its settings change; the newest reading wins. `null`: as is known for its header. */
export function useReading(grant: Grant, settings: ReadSettings | null): FileReading {
  const workspace = useWorkspace();
  const known = useRef<KnownBefore>(NOTHING);
  known.current = useKnownBefore();
  const [state, setState] = useState<State>(START);
  const progress = useProgress(grant.token);

  useEffect(() => {
    let current = true;
    const run = async () => {
      setState((before) => ({ ...before, working: true }));
      const before = known.current;
      let answer = await readPoints(
        workspace,
        grant,
        settings ?? {},
        settings === null ? before : namesOf(before),
      );
      const signature = answer.ok && settings === null ? answer.value.reading.signature : null;
      const mapping = before.remembered.find((one) => one.signature === signature);
      const remembered = mapping !== undefined;
      if (remembered && isOfTheText(mapping.settings) && current)
        answer = await readPoints(workspace, grant, mapping.settings, namesOf(before));
      if (!current) return;
      if (!answer.ok) return setState({ ...START, working: false, failure: answer.failure });
      const read = answer.value;
      // A large file is drawn between other things: the window answers meanwhile.
      startTransition(() =>
        setState((before) => ({
          read,
          failure: null,
          working: false,
          remembered: remembered || (before.remembered && settings !== null),
        })),
      );
    };
    run().catch((cause: unknown) => {
      const failure: Failure = { code: 'unexpected', message: sentenceOf(cause) };
      if (current) setState({ ...START, working: false, failure });
    });
    return () => {
      current = false;
    };
  }, [workspace, grant, settings]);
  return { ...state, progress };
}
