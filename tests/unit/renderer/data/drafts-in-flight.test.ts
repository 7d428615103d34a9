import { describe, expect, it } from 'vitest';
import { draftsInFlight } from '#renderer/src/data/drafts-in-flight.ts';

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

describe('texts on their way to the disk', () => {
  it('are there for the page that comes after', () => {
    const store = aStore();
    draftsInFlight('andon.main', store).set('capture:n', { text: 'Half a wo', at: 5 });
    expect([...draftsInFlight('andon.main', store).all()]).toEqual([
      ['capture:n', { text: 'Half a wo', at: 5 }],
    ]);
    expect(draftsInFlight('andon.sample-1', store).all().size).toBe(0);
  });

  it('are forgotten once they have arrived, and not because an older one has', () => {
    const inFlight = draftsInFlight('andon.main', aStore());
    inFlight.set('win', { text: 'ab', at: 2 });
    inFlight.arrived('win', 'a');
    expect(inFlight.all().size).toBe(1);
    inFlight.arrived('win', 'ab');
    expect(inFlight.all().size).toBe(0);
  });

  it('cost nothing where the store is full, broken or not there', () => {
    const store = aStore();
    store.setItem('andon.draft.andon.main.win', '{"text":');
    expect(draftsInFlight('andon.main', store).all().size).toBe(0);
    const full = Object.assign(aStore(), {
      setItem: () => {
        throw new Error('full');
      },
    });
    expect(() => draftsInFlight('andon.main', full).set('win', { text: 'a', at: 1 })).not.toThrow();
    expect(draftsInFlight('andon.main', undefined).all().size).toBe(0);
  });
});
