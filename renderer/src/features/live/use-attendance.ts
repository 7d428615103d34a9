import { useCaptureContext } from '#renderer/src/data/capture-context.ts';
import { useWallTime } from '#renderer/src/data/today.ts';
import { newId } from '#renderer/src/data/workspace.ts';
import { firstTimers } from '#shared/review/attendance.ts';
import { type AttendanceLine, type AttendanceMark, readAttendance } from '#shared/review/attendance-line.ts';
import type { Attendance } from '#shared/review/review.ts';
import { inReview } from './authoring.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { useReadClock } from './use-clock.ts';

/** Whoever is marked when this much of the meeting is over has come late. */
const LATE_MS = 5 * 60_000;

/** Who is here, who sent word and who sits in, as the dialog shows it, and how it is marked. */
export function useAttendance() {
  const { review, registers, nameOf } = useLive();
  const desk = useDesk();
  const readClock = useReadClock();
  const wallTime = useWallTime();
  const { people: known } = useCaptureContext();
  const people = registers.people.filter((person) => person.active || person.id in review.attendance);
  const first = new Set(firstTimers(review, registers.reviews));
  const taken = Object.keys(review.attendance).length > 0;
  const isLate = () => taken && readClock().meeting.usedMs > LATE_MS;

  const event = ({ person, attendance, remote, late }: AttendanceMark) =>
    inReview(review, 'attendance-marked', {
      person,
      attendance,
      ...(remote ? { remote } : {}),
      ...(late ? { late } : {}),
    });
  const marked = (mark: Attendance): ReadonlySet<string> =>
    new Set(people.flatMap(({ id }) => (review.attendance[id] === mark ? [id] : [])));
  const changed = (attendance: Attendance, chosen: ReadonlySet<string>) => {
    const before = marked(attendance);
    const late = attendance === 'here' && isLate();
    const events = people
      .filter(({ id }) => chosen.has(id) !== before.has(id))
      .map(({ id }) =>
        chosen.has(id)
          ? event({ person: id, attendance, remote: false, late })
          : event({ person: id, attendance: null, remote: false, late: false }),
      );
    if (events.length > 0) desk.author(events);
  };
  const take = ({ marks, guests }: AttendanceLine) => {
    const events = [
      ...marks.map(event),
      ...guests.map((name) => inReview(review, 'guest-marked', { guest: newId(), name, here: true })),
    ];
    if (events.length > 0) desk.author(events);
  };
  const sendOff = (guest: string) => {
    const name = review.guests.find((one) => one.guest === guest)?.name ?? guest;
    desk.author([inReview(review, 'guest-marked', { guest, name, here: false })]);
  };
  /** `remote`, `came 10:12`, `first time`: what is known beside that somebody is here. */
  const remarkOf = (person: string): string => {
    const { remote = false, lateAtMs = null } = review.presence[person] ?? {};
    return [
      ...(remote ? ['remote'] : []),
      ...(lateAtMs === null ? [] : [`came ${wallTime(lateAtMs)}`]),
      ...(first.has(person) ? ['first time'] : []),
    ].join(', ');
  };
  const read = (line: string) => readAttendance(line, known);
  return { people, guests: review.guests, marked, changed, take, sendOff, remarkOf, read, nameOf };
}
