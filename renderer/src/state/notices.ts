import { create } from 'zustand';

/** One sentence about what just happened, spoken and shown until the next one or a few seconds later. */
export type Notice = { readonly id: number; readonly text: string; readonly lasting: boolean };

type Notices = { readonly current: Notice | null };

const store = create<Notices>(() => ({ current: null }));
let last = 0;

export function useNotice(): Notice | null {
  return store((state) => state.current);
}

/** Shows a sentence for a while; a lasting one stays until it is dismissed. */
export function notify(text: string, options: { readonly lasting?: boolean } = {}): void {
  last += 1;
  const notice = { id: last, text, lasting: options.lasting ?? false };
  store.setState({ current: notice });
  if (!notice.lasting) setTimeout(() => dismissNotice(notice.id), 6000);
}

export function dismissNotice(id: number): void {
  store.setState((state) => (state.current?.id === id ? { current: null } : state));
}
