import type { DraftBook } from '#renderer/src/data/draft-book.ts';
import type { Company } from './company.ts';

/** Texts being typed in a rehearsal: the same in each of its windows, on no disk. It begins with none. */
export function memoryDrafts(company: Company, now: () => number): DraftBook {
  const texts = new Map<string, string>();
  const listeners = new Set<() => void>();
  const hold = (key: string, text: string): void => {
    if (text === '') texts.delete(key);
    else texts.set(key, text);
    for (const listener of listeners) listener();
  };
  const write = (key: string, text: string): void => {
    hold(key, text);
    company.tell({ kind: 'drafts', texts: [[key, text]] });
  };
  company.listen((told) => {
    if (told.kind === 'drafts') for (const [key, text] of told.texts) hold(key, text);
    if (told.kind === 'ask' && texts.size > 0) company.tell({ kind: 'drafts', texts: [...texts] });
  });
  return {
    text: (key) => texts.get(key) ?? '',
    write,
    clear: (key) => {
      write(key, '');
      return { key, until: now(), stored: () => undefined };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
