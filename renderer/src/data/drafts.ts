import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from './WorkspaceContext.tsx';

export type Draft = {
  readonly text: string;
  /** Stores the text with this very input event; nothing waits for a pause in the typing. */
  readonly setText: (text: string) => void;
};

/** Text being typed under a key. It survives the death of the process; committing an event clears it. */
export function useDraft(key: string): Draft {
  const { drafts } = useWorkspace();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.text(key));
  const setText = useCallback((typed: string) => drafts.write(key, typed), [drafts, key]);
  return { text, setText };
}
