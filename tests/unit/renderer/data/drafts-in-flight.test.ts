import { describe, expect, it } from 'vitest';
import { type DraftsInFlight, draftsInFlight } from '#renderer/src/data/drafts-in-flight.ts';
import type { TypedLine, TypingLog } from '#renderer/src/workers/typing-log.ts';

/** A browser's store whose names are its own keys, as in a browser. */
function aStore(): Storage {
  const store = Object.create({
    getItem: (name: string) => (Object.hasOwn(store, name) ? store[name] : null),
    setItem: (name: string, value: string) => {
      store[name] = value;
    },
    removeItem: (name: string) => {
      delete store[name];
    },
  });
  return store;
}

async function leftIn(inFlight: DraftsInFlight): Promise<readonly TypedLine[]> {
  const found: TypedLine[] = [];
  await inFlight.left(async (lines) => {
    found.push(...lines);
    return { stored: Promise.resolve() };
  });
  return found;
}

/** A log that takes lines, or does not. */
function aLog(takes: boolean) {
  const lines: TypedLine[] = [];
  const log: TypingLog = {
    open: async () => undefined,
    write: (line) => {
      if (takes) lines.push(line);
      return takes;
    },
    empty: () => lines.splice(0),
    close: () => undefined,
  };
  return { log, lines };
}

describe('texts on their way to the disk', () => {
  it('are there for the page that comes after', async () => {
    const store = aStore();
    draftsInFlight('andon.main', store, null).set('capture:n', { text: 'Half a wo', at: 5 });
    expect(await leftIn(draftsInFlight('andon.main', store, null))).toEqual([
      { key: 'capture:n', text: 'Half a wo', at: 5 },
    ]);
    expect(await leftIn(draftsInFlight('andon.sample-1', store, null))).toEqual([]);
  });

  it('are forgotten once they have arrived, and not because an older one has', async () => {
    const inFlight = draftsInFlight('andon.main', aStore(), null);
    inFlight.set('win', { text: 'ab', at: 2 });
    inFlight.arrived('win', 'a');
    expect(await leftIn(inFlight)).toHaveLength(1);
    inFlight.arrived('win', 'ab');
    expect(await leftIn(inFlight)).toEqual([]);
  });

  it('go to the log where there is one, and to the store of the page where it takes nothing', async () => {
    const written = aLog(true);
    const store = aStore();
    draftsInFlight('andon.main', store, written.log).set('win', { text: 'a', at: 1 });
    expect(written.lines).toEqual([{ key: 'win', text: 'a', at: 1 }]);
    expect(Object.keys(store)).toEqual([]);
    draftsInFlight('andon.main', store, aLog(false).log).set('win', { text: 'a', at: 1 });
    expect(Object.keys(store)).toEqual(['andon.draft.andon.main.win']);
  });

  it('let a long log be emptied only when none of them is on its way any more', () => {
    const { log, lines } = aLog(true);
    const inFlight = draftsInFlight('andon.main', aStore(), log);
    const long = 'word '.repeat(30_000);
    inFlight.set('note', { text: long, at: 1 });
    inFlight.set('win', { text: 'a', at: 2 });
    inFlight.arrived('note', long);
    expect(lines).toHaveLength(2);
    inFlight.became('win', 'e1', 3);
    inFlight.arrived('win', 'a');
    expect(lines).toHaveLength(3);
    inFlight.stored('win', 'e1');
    expect(lines).toEqual([]);
  });

  it('cost nothing where the store is full, broken or not there', async () => {
    const store = aStore();
    store.setItem('andon.draft.andon.main.win', '{"text":');
    expect(await leftIn(draftsInFlight('andon.main', store, null))).toEqual([]);
    const full = Object.assign(aStore(), {
      setItem: () => {
        throw new Error('full');
      },
    });
    expect(() => draftsInFlight('andon.main', full, null).set('win', { text: 'a', at: 1 })).not.toThrow();
    expect(await leftIn(draftsInFlight('andon.main', undefined, null))).toEqual([]);
  });
});
