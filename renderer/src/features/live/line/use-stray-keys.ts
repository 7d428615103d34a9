import { type RefObject, useLayoutEffect, useRef } from 'react';
import { hasNoPlace } from '#renderer/src/hooks/has-no-place.ts';

/**
 * Takes keys that fall while the field has left one place of the screen and does not have the focus in the other yet.
 * The listener changes hands with the field, in one step.
 */
export function useStrayKeys(
  inputRef: RefObject<HTMLInputElement | null>,
  text: string,
  put: (text: string) => void,
) {
  const latest = useRef({ text, put });
  latest.current = { text, put };
  useLayoutEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!hasNoPlace(document.activeElement) || !typed || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const longer = latest.current.text + event.key;
      latest.current.text = longer;
      latest.current.put(longer);
      inputRef.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [inputRef]);
}
