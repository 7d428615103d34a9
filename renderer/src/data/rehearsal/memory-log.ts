import { type AuthorParts, createAuthor } from '#renderer/src/data/author.ts';
import type { DraftBook } from '#renderer/src/data/draft-book.ts';
import type { EventLog } from '#renderer/src/data/event-log.ts';
import { fromTexts } from '#renderer/src/data/event-rows.ts';
import { createKnownEvents } from '#renderer/src/data/known-events.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import type { Company } from './company.ts';
import { NOTHING_IS_KEPT } from './only-read.ts';

type Parts = AuthorParts & {
  /** What is on record: the rehearsal goes on from there. */
  readonly onRecord: readonly StoredEvent[];
  readonly drafts: DraftBook;
  readonly company: Company;
};

/** The log of a rehearsal: what is on record and what is authored now, in the memory of its windows alone. */
export function openMemoryLog({ onRecord, drafts, company, ...parts }: Parts): EventLog {
  const known = createKnownEvents();
  const author = createAuthor(parts);
  const rehearsed: StoredEvent[] = [];
  const textsOf = (events: readonly StoredEvent[]) => events.map((event) => JSON.stringify(event));
  known.add(onRecord);
  author.seen(known.list());
  company.listen((told) => {
    if (told.kind === 'ask' && rehearsed.length > 0)
      company.tell({ kind: 'events', texts: textsOf(rehearsed) });
    if (told.kind !== 'events') return;
    const fresh = known.add(fromTexts(told.texts));
    rehearsed.push(...fresh);
    author.seen(fresh);
  });
  return {
    events: known.list,
    subscribe: known.subscribe,
    append: (events, { clearDraft } = {}) => {
      const authored = events.map(author.stamp);
      rehearsed.push(...authored);
      known.add(authored);
      if (clearDraft !== undefined) drafts.write(clearDraft, '');
      if (authored.length > 0) company.tell({ kind: 'events', texts: textsOf(authored) });
      return authored;
    },
    commit: async () => {
      throw new Error(NOTHING_IS_KEPT);
    },
    adopt: async () => {
      throw new Error(NOTHING_IS_KEPT);
    },
    settled: async () => undefined,
  };
}
