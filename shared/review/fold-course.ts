import type { ReviewEvent } from '#shared/events/event.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { type Placed, stamp } from './placed.ts';
import type { ClockMark, Review, ReviewBlock } from './review.ts';

/** Where the review stands and what the clock went through. */
export type Course = Pick<
  Review,
  | 'status'
  | 'startedAtMs'
  | 'closedAtMs'
  | 'currentBlock'
  | 'currentAnomaly'
  | 'currentPart'
  | 'anomalySinceMs'
  | 'marks'
  | 'andons'
>;

const BEFORE: Course = {
  status: 'preparing',
  startedAtMs: null,
  closedAtMs: null,
  currentBlock: null,
  currentAnomaly: null,
  currentPart: null,
  anomalySinceMs: null,
  marks: [],
  andons: [],
};

function marked(course: Course, mark: ClockMark): Course {
  return { ...course, marks: [...course.marks, mark] };
}

function entered(course: Course, block: string | undefined, atMs: number): Course {
  if (block === undefined) return course;
  const there = marked(course, { kind: 'entered', atMs, block });
  return { ...there, currentBlock: block, currentAnomaly: null, currentPart: null, anomalySinceMs: null };
}

function started(course: Course, blocks: readonly ReviewBlock[], atMs: number): Course {
  return entered({ ...course, status: 'live', startedAtMs: atMs }, blocks[0]?.id, atMs);
}

function pulled(course: Course, event: Extract<ReviewEvent, { type: 'andon-pulled' }>): Course {
  const { reason, by } = event.data;
  const pull = { ...stamp(event), reason, by, block: course.currentBlock, released: null };
  return { ...marked(course, { kind: 'andon', atMs: pull.atMs }), andons: [...course.andons, pull] };
}

function released(course: Course, event: Extract<ReviewEvent, { type: 'andon-released' }>): Course {
  const release = { ...stamp(event), decided: event.data.decided };
  const andons = course.andons.map((pull) =>
    pull.released === null ? { ...pull, released: release } : pull,
  );
  return { ...marked(course, { kind: 'released', atMs: release.atMs }), andons };
}

/** What happens while a review is under way; a suspended one continues or closes. */
function advanced(course: Course, event: ReviewEvent, blocks: readonly ReviewBlock[]): Course {
  const atMs = hybridMs(event.at);
  switch (event.type) {
    case 'block-entered':
      return entered(course, blocks.find((block) => block.id === event.data.block)?.id, atMs);
    case 'anomaly-opened':
      return { ...course, currentAnomaly: event.data.anomaly, anomalySinceMs: atMs };
    case 'part-opened':
      return event.data.block === course.currentBlock ? { ...course, currentPart: event.data.part } : course;
    case 'clock-held':
      return marked(course, {
        kind: 'held',
        atMs,
        ...(event.data.reason === null ? {} : { reason: event.data.reason }),
      });
    case 'clock-resumed':
      return marked(course, { kind: 'resumed', atMs });
    case 'andon-pulled':
      return pulled(course, event);
    case 'andon-released':
      return released(course, event);
    case 'review-suspended':
      return { ...marked(course, { kind: 'suspended', atMs }), status: 'suspended' };
    case 'review-resumed':
      return { ...marked(course, { kind: 'continued', atMs }), status: 'live' };
    case 'review-closed':
      return { ...marked(course, { kind: 'closed', atMs }), status: 'closed', closedAtMs: atMs };
    default:
      return course;
  }
}

/** The way from preparing to closed. Events that make no sense where they stand change nothing. */
export function foldCourse(placed: Placed, blocks: readonly ReviewBlock[]): Course {
  let course = BEFORE;
  for (const { event, undone } of placed) {
    if (undone) continue;
    if (course.status === 'preparing') {
      if (event.type === 'review-started') course = started(course, blocks, hybridMs(event.at));
    } else if (course.status !== 'closed') {
      course = advanced(course, event, blocks);
    }
  }
  return course;
}
