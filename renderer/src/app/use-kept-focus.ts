import { useEffect } from 'react';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';
const LISTS = 'tr, li, ul, ol, table';
/** What takes the place of a focused part puts the focus there itself within this time, in milliseconds. */
const GRACE_MS = 120;

type Kept = {
  readonly around: readonly { readonly part: Element; readonly at: number }[];
  readonly own: Element;
};

function focusable(part: Element): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.checkVisibility());
}

/** The focused element with the lists that hold it, and its place among what can be focused in each. */
function keep(own: Element): Kept {
  const around: Kept['around'][number][] = [];
  for (let part = own.parentElement?.closest(LISTS); part != null; part = part.parentElement?.closest(LISTS))
    around.push({ part, at: focusable(part).indexOf(own as HTMLElement) });
  return { own, around };
}

/** Where the focus goes when the element that had it is gone: what now stands in its place in its list, else the screen, where every key works. */
function heirOf({ around }: Kept): HTMLElement | null {
  const lasting = around.find(({ part }) => part.isConnected);
  const left = lasting === undefined ? [] : focusable(lasting.part);
  const heir = lasting === undefined ? undefined : left[Math.min(Math.max(0, lasting.at), left.length - 1)];
  return heir ?? document.getElementById('main');
}

/** Keeps the focus from being lost: when the element that has it goes away, its place in the list or the screen gets it. */
export function useKeptFocus(): void {
  useEffect(() => {
    let kept: Kept | null = null;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const onFocus = (event: FocusEvent) => {
      kept = event.target instanceof Element ? keep(event.target) : null;
    };
    const isLost = () =>
      kept !== null &&
      !kept.own.isConnected &&
      (document.activeElement === document.body || document.activeElement === null);
    const observer = new MutationObserver(() => {
      if (waiting !== null || !isLost()) return;
      waiting = setTimeout(() => {
        waiting = null;
        if (kept !== null && isLost()) heirOf(kept)?.focus({ preventScroll: true });
      }, GRACE_MS);
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      if (waiting !== null) clearTimeout(waiting);
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
}
