import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { eventsOf, type Placed, placedOf, stamp } from './placed.ts';
import type { Review } from './review.ts';

/** Who is here and how, who sent word, and who sits in as a guest: the last mark of each counts. */
export function foldAttendance(placed: Placed): Pick<Review, 'attendance' | 'presence' | 'guests'> {
  const marks = new Map(eventsOf(placed, 'attendance-marked').map((event) => [event.data.person, event]));
  const guests = new Map(eventsOf(placed, 'guest-marked').map(({ data }) => [data.guest, data]));
  const standing = [...marks.values()].flatMap(({ data, at }) =>
    data.attendance === null ? [] : [{ ...data, attendance: data.attendance, atMs: hybridMs(at) }],
  );
  return {
    attendance: Object.fromEntries(standing.map(({ person, attendance }) => [person, attendance])),
    presence: Object.fromEntries(
      standing.map(({ person, remote = false, late = false, atMs }) => [
        person,
        { remote, lateAtMs: late ? atMs : null },
      ]),
    ),
    guests: [...guests.values()].flatMap(({ guest, name, here }) => (here ? [{ guest, name }] : [])),
  };
}

/** What was drawn, in order; a draw that was taken back stays on record, so that nobody draws until they like it. */
export function foldPicks(placed: Placed): Review['picks'] {
  return placedOf(placed, 'pick-made').map(({ event, undone }) => ({
    ...stamp(event),
    ...event.data,
    takenBack: undone,
  }));
}
