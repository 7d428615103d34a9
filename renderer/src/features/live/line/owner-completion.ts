import { useState } from 'react';
import type { CaptureContext } from '#shared/review/capture/capture.ts';
import { dateWords } from '#shared/review/capture/date-words.ts';
import {
  type CapturePerson,
  completeOwner,
  matchOwner,
  ownerPrefixAt,
} from '#shared/review/capture/owners.ts';
import { fold } from '#shared/review/capture/words.ts';

const SHOWN = 6;

/** One way to complete the name at the caret: somebody known, or somebody new. */
export type Completion =
  | { readonly kind: 'known'; readonly id: string; readonly person: CapturePerson }
  | {
      readonly kind: 'new';
      readonly id: string;
      readonly name: string;
      /** Several words may be a name or the sentence going on, so Enter leaves them alone; Tab adds them. */
      readonly doubtful: boolean;
    };

export type OwnerCompletion = {
  readonly options: readonly Completion[];
  readonly active: number;
  readonly move: (by: 1 | -1) => void;
  readonly dismiss: () => void;
  /** The line with the name at the caret completed, and where the caret goes. */
  readonly complete: (token: string) => { readonly line: string; readonly caret: number };
};

const FULL_NAME = /(?:^|[\s(])@([\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3})$/u;

/** A name of several words at the caret, `@New Person`, that nobody known has; a date behind a name is none. */
function newNameAt(line: string, caret: number, { people, locale }: Room) {
  const name = FULL_NAME.exec(line.slice(Math.max(0, caret - 122), caret))?.[1];
  if (name === undefined) return null;
  const [first = '', ...rest] = name.split(' ');
  const { phrases, months } = dateWords(locale);
  const dated = rest.some((word) => phrases.has(fold(word)) || months.has(fold(word)));
  if (dated || matchOwner(first, people).kind !== 'none') return null;
  return { start: caret - name.length - 1, end: caret, prefix: name };
}

type Room = Pick<CaptureContext, 'people' | 'locale'>;

/** Names that the text at the caret may mean; it opens with `@` and closes when the name is left. */
export function useOwnerCompletion(line: string, caret: number, room: Room): OwnerCompletion {
  const { people } = room;
  const single = ownerPrefixAt(line, caret);
  const typed = single ?? newNameAt(line, caret, room);
  const key = typed === null ? null : `${typed.start}:${typed.prefix}`;
  const [at, setAt] = useState<{ readonly key: string | null; readonly active: number }>({ key, active: 0 });
  const [dismissed, setDismissed] = useState<number | null>(null);
  const active = at.key === key ? at.active : 0;
  const open = typed !== null && dismissed !== typed.start;
  const known = open ? completeOwner(typed.prefix, people).slice(0, SHOWN) : [];
  const already = known.length === 1 && known[0]?.handle === typed?.prefix;
  const options: readonly Completion[] =
    !open || already
      ? []
      : [
          ...known.map((person): Completion => ({ kind: 'known', id: person.id, person })),
          ...(known.length === 0 && typed.prefix.length > 1
            ? [{ kind: 'new', id: 'new', name: typed.prefix, doubtful: single === null } as const]
            : []),
        ];
  return {
    options,
    active: Math.min(active, Math.max(0, options.length - 1)),
    move: (by) => setAt({ key, active: (active + by + options.length) % Math.max(1, options.length) }),
    dismiss: () => setDismissed(typed?.start ?? null),
    complete: (token) => {
      const from = typed?.start ?? caret;
      const rest = line.slice(typed?.end ?? caret).replace(/^\s+/, '');
      const before = `${line.slice(0, from)}${token} `;
      return { line: `${before}${rest}`, caret: before.length };
    },
  };
}

/** Handle of somebody new, made from the name as typed; free among the people known. */
export function newHandle(name: string, people: readonly { readonly id: string }[]): string {
  const base =
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '.')
      .replace(/^\.|\.$/g, '') || 'person';
  const taken = new Set(people.map((person) => person.id));
  let handle = base;
  for (let next = 2; taken.has(handle); next += 1) handle = `${base}${next}`;
  return handle;
}
