import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from './WorkspaceContext.tsx';

export type Draft = {
  readonly text: string;
  /** Stores the text with this very input event; nothing waits for a pause in the typing. */
  readonly setText: (text: string) => void;
  /** False until the stored draft was looked up, so that an empty field never overwrites it. */
  readonly ready: boolean;
};

/** Drafts that are on the screen now: a field that moves within it takes its words along, without asking the store. */
const shown = new Map<string, string>();

/** Text being typed under a key. It survives the death of the process; committing an event clears it. */
export function useDraft(key: string): Draft {
  const { database, readOnly } = useWorkspace();
  const place = `${database.name} ${key}`;
  const [state, setState] = useState(() => ({ key, text: shown.get(place) ?? '', ready: shown.has(place) }));
  const typed = useRef(false);
  const takenAlong = useRef(state.ready);

  useEffect(() => {
    if (takenAlong.current) {
      takenAlong.current = false;
      return;
    }
    let current = true;
    typed.current = false;
    database.drafts.get(key).then(
      (row) => current && !typed.current && setState({ key, text: row?.text ?? '', ready: true }),
      () => current && setState((before) => ({ ...before, key, ready: true })),
    );
    return () => {
      current = false;
    };
  }, [database, key]);

  useEffect(() => {
    if (state.key !== key || !state.ready) return;
    shown.set(place, state.text);
    return () => {
      shown.delete(place);
    };
  }, [place, key, state]);

  const setText = useCallback(
    (text: string) => {
      typed.current = true;
      shown.set(place, text);
      setState({ key, text, ready: true });
      if (readOnly) return;
      const stored =
        text === '' ? database.drafts.delete(key) : database.drafts.put({ key, text, at: Date.now() });
      // A draft that cannot be stored stays on the screen; the saving watch reports the store itself.
      Promise.resolve(stored).catch(() => undefined);
    },
    [database, key, place, readOnly],
  );
  return state.key === key
    ? { text: state.text, ready: state.ready, setText }
    : { text: '', ready: false, setText };
}
