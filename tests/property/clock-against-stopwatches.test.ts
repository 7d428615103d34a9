import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAuthor, type NewEvent } from '#renderer/src/data/author.ts';
import { startWindowClock } from '#renderer/src/data/window-clock.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import { foldReview } from '#shared/review/fold.ts';
import { unrecorded } from '#shared/review/standstills.ts';
import { AGENDA, aLiveLog, ms } from '#tests/support/written-log.ts';

/**
 * A meeting of an hour and more, told twice: by a laptop whose windows read the clock, author events and die, and by a
 * stopwatch for each block that somebody in the room starts and stops by hand.
 */
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ what: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 240 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('enter' as const), block: fc.nat(AGENDA.length - 1) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('hold', 'resume', 'andon', 'release', 'suspend', 'continue'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('sleep' as const),
      seconds: fc.integer({ min: 30, max: 40_000 }),
      /** Whether the monotonic clock goes on while the machine sleeps, as on Windows. */
      monotonicRuns: fc.boolean(),
      counts: fc.boolean(),
    }),
  },
  /** Somebody or NTP sets the wall clock back, by seconds or by an hour. */
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('set-back' as const),
      seconds: fc.integer({ min: 1, max: 3600 }),
    }),
  },
  /** The wall clock is corrected a little, forward or back, as NTP does it all the time. */
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('slew' as const), ms: fc.integer({ min: -400, max: 400 }) }),
  },
  /** The window dies and is opened again so many seconds later; the room goes on. */
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('restart' as const), seconds: fc.integer({ min: 1, max: 60 }) }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const inReview = <Type extends NewEvent['type']>(type: Type, data: object): NewEvent =>
  ({ stream: 'review:r1', type, data }) as NewEvent;

/** The laptop: clocks of the machine, what is kept between windows, and the log. */
function aLaptop() {
  const clocks = { wall: ms('10:00:00'), monotonic: 5 * MINUTE };
  const events: StoredEvent[] = [...aLiveLog().events];
  let kept: string | null = null;
  let beat = (): void => undefined;
  let ids = 0;
  const openWindow = () => {
    const clock = startWindowClock({
      wall: () => clocks.wall,
      monotonic: () => clocks.monotonic,
      beat: (_, onBeat) => {
        beat = onBeat;
        return () => undefined;
      },
      anchor: {
        read: () => kept,
        write: (text) => {
          kept = text;
        },
      },
    });
    const newId = () => {
      ids += 1;
      return `e${ids}`;
    };
    const author = createAuthor({ clock, device: 'd1', actor: () => 'maria', newId });
    author.seen(events);
    return { clock, author };
  };
  let window = openWindow();
  const write = (event: NewEvent) => events.push(window.author.stamp(event));
  return {
    write,
    restart: (forMs: number) => {
      clocks.wall += forMs;
      clocks.monotonic = 0;
      window = openWindow();
    },
    setWall: (byMs: number) => {
      clocks.wall += byMs;
      beat();
    },
    /** Time passes on both clocks, with a beat every second: as seldom as the slowest window has one. */
    pass: (forMs: number) => {
      for (let passed = 0; passed < forMs; passed += SECOND) {
        const left = Math.min(SECOND, forMs - passed);
        clocks.wall += left;
        clocks.monotonic += left;
        beat();
      }
    },
    sleep: (forMs: number, monotonicRuns: boolean) => {
      clocks.wall += forMs;
      clocks.monotonic += monotonicRuns ? forMs : 0;
      beat();
    },
    /** What the window does by itself once it saw a standstill, and what somebody answers. */
    answer: (counted: boolean) => {
      for (const one of unrecorded(foldReview('r1', events), window.clock.standstills())) {
        const span = { from: new Date(one.fromMs).toISOString(), to: new Date(one.toMs).toISOString() };
        write(inReview('gap-noticed', span));
        write(inReview('gap-judged', { ...span, counted }));
      }
    },
    read: () => clockAt(foldReview('r1', events), window.clock.now()),
  };
}

/** The room: stopwatches, one for each block. Knows nothing of events, marks, spans or wall clocks. */
function aRoom() {
  const used = new Map<string, number>();
  const is = { block: AGENDA[0]?.id ?? '', held: false, andon: false, suspended: false };
  return {
    is,
    used,
    pass: (forMs: number) => {
      if (is.held || is.andon || is.suspended) return;
      used.set(is.block, (used.get(is.block) ?? 0) + forMs);
    },
  };
}

type Laptop = ReturnType<typeof aLaptop>;
type Room = ReturnType<typeof aRoom>;

const KEYS = {
  hold: ['clock-held', { reason: null }, 'held', true],
  resume: ['clock-resumed', {}, 'held', false],
  andon: ['andon-pulled', { reason: 'other', by: null }, 'andon', true],
  release: ['andon-released', { decided: 'go on' }, 'andon', false],
  suspend: ['review-suspended', { reason: null }, 'suspended', true],
  continue: ['review-resumed', {}, 'suspended', false],
} as const;

function take(one: Step, laptop: Laptop, room: Room): void {
  switch (one.what) {
    case 'pass':
      laptop.pass(one.seconds * SECOND);
      room.pass(one.seconds * SECOND);
      break;
    case 'enter':
      room.is.block = AGENDA[one.block]?.id ?? '';
      laptop.write(inReview('block-entered', { block: room.is.block }));
      break;
    case 'sleep':
      laptop.sleep(one.seconds * SECOND, one.monotonicRuns);
      laptop.answer(one.counts);
      if (one.counts) room.pass(one.seconds * SECOND);
      break;
    case 'set-back':
      laptop.setWall(-one.seconds * SECOND);
      break;
    case 'slew':
      laptop.setWall(one.ms);
      break;
    case 'restart':
      laptop.pass(2 * SECOND);
      laptop.restart(one.seconds * SECOND);
      room.pass((2 + one.seconds) * SECOND);
      break;
    default: {
      const [type, data, state, on] = KEYS[one.what];
      room.is[state] = on;
      laptop.write(inReview(type, data));
    }
  }
}

describe('the clock beside stopwatches in the room', () => {
  it('uses for each block what its stopwatch shows, through holds, sleep, clocks that are set and restarts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const laptop = aLaptop();
        const room = aRoom();
        let restarts = 0;
        for (const one of steps) {
          take(one, laptop, room);
          if (one.what === 'restart') restarts += 1;
          // A time in an event is whole milliseconds; a window that dies had written its time two seconds ago at most.
          const tolerance = 20 + steps.length + restarts * SECOND;
          for (const block of laptop.read().blocks) {
            expect(Math.abs(block.usedMs - (room.used.get(block.block) ?? 0))).toBeLessThanOrEqual(tolerance);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
