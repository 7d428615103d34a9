import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NewEvent } from '#renderer/src/data/author.ts';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { type Ask, parseAsk } from './asks.ts';
import type { Desk } from './desk.ts';

/** The desk of a review: what the line asks is kept beside the drafts, so that a reload asks the same again. */
export function useDeskParts(review: string): Desk {
  const append = useAppend();
  const asked = useDraft(`live:${review}:asks`);
  const [slipping, setSlipping] = useState<string | null>(null);
  const [{ said, sentences }, setSaid] = useState({ said: '', sentences: 0 });
  const say = useCallback(
    (sentence: string) => setSaid((before) => ({ said: sentence, sentences: before.sentences + 1 })),
    [],
  );
  const ask = useMemo(() => parseAsk(asked.text), [asked.text]);
  const { setText } = asked;
  const before = useRef<HTMLElement | null>(null);
  const asks = ask !== null;

  // Focus goes back where it was before the line was opened, so that single keys work again at once.
  useEffect(() => {
    if (asks || before.current === null) return;
    before.current.focus({ preventScroll: true });
    before.current = null;
  }, [asks]);

  const open = useCallback(
    (next: Ask) => {
      before.current ??= document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setSlipping(null);
      setText(JSON.stringify(next));
    },
    [setText],
  );
  const leave = useCallback(() => {
    setSlipping(null);
    setText('');
  }, [setText]);
  const author = useCallback(
    (events: readonly NewEvent[], sentence?: string) => {
      append(events);
      if (sentence !== undefined) say(sentence);
    },
    [append, say],
  );
  return useMemo(
    () => ({ ask, slipping, open, leave, chooseSlip: setSlipping, author, say, said, sentences }),
    [ask, slipping, open, leave, author, say, said, sentences],
  );
}
