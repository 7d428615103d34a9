import type { Day } from '#shared/day.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { commitmentsToCheck } from '#shared/review/commitments.ts';
import type { ReadinessCheck } from '#shared/review/readiness.ts';
import type { Review } from '#shared/review/review.ts';
import type { Anomaly, CurrentState, DimensionRead } from '#shared/signals/reading.ts';
import { changeText } from './phrases.ts';
import { contentLines } from './pre-read-contents.ts';
import { readoutLocale, sentence, shortDay } from './wording.ts';

export type PreReadSource = {
  readonly review: Review;
  readonly state: CurrentState;
  readonly registers: Registers;
  /** In the order of the walk, without those set aside. */
  readonly anomalies: readonly Anomaly[];
  readonly readiness: readonly ReadinessCheck[];
  readonly today: Day;
  readonly nameOf: (person: string) => string;
};

export type PreReadAnomaly = {
  /** Place in the walk from 1. */
  readonly place: number;
  readonly anomaly: Anomaly;
  /** Why it stands where it stands. */
  readonly because: string;
};

/** What the room reads before it meets; every format is a pure function of it. */
export type PreRead = {
  readonly organization: string;
  readonly locale: string;
  readonly date: Day | null;
  readonly time: string | null;
  readonly asOf: Day;
  readonly facilitator: string | null;
  readonly series: number;
  readonly slotMinutes: number;
  /** What is not ready, a sentence each, and how many rules were judged. */
  readonly gaps: readonly string[];
  readonly judged: number;
  readonly dimensions: readonly {
    readonly name: string;
    readonly read: DimensionRead;
    readonly anomalies: readonly PreReadAnomaly[];
  }[];
  /** What falls due, a sentence each. */
  readonly commitments: readonly string[];
  readonly changes: readonly string[];
  readonly agenda: readonly {
    readonly name: string;
    readonly minutes: number;
    /** What a block of the room's own will show, a line each. */
    readonly shows: readonly string[];
  }[];
};

function commitmentsDue({ registers, today, nameOf }: PreReadSource, locale: string): readonly string[] {
  const lastMs = registers.reviews.findLast((review) => review.status === 'closed')?.closedAtMs ?? null;
  return commitmentsToCheck(registers.actions, today, lastMs).map(({ action, text, owner, due }) => {
    const who = owner === null ? 'nobody' : nameOf(owner);
    return sentence(`${action} ${text} (${who}, ${due === null ? 'no date' : shortDay(due, locale)})`);
  });
}

/** Puts together what the room reads: what is ready, where each dimension stands, what will be asked, what was promised. */
export function preReadOf(source: PreReadSource): PreRead {
  const { review, state, registers, anomalies, readiness, today, nameOf } = source;
  const locale = readoutLocale(registers);
  const placed = anomalies.map((anomaly, at) => ({
    place: at + 1,
    anomaly,
    because: anomaly.because.replace(/^[a-z-]+, /, ''),
  }));
  const ahead = registers.upcomingChanges.filter((change) => (change.until ?? change.from) >= today);
  return {
    organization: registers.organization?.name ?? 'Organization',
    locale,
    date: review.date,
    time: review.time,
    asOf: state.asOf,
    facilitator: review.facilitator === null ? null : nameOf(review.facilitator),
    series: state.readings.length,
    slotMinutes: review.slotMinutes,
    gaps: readiness.filter((check) => check.status === 'gap').map((check) => check.sentence),
    judged: readiness.filter((check) => check.status !== 'not-judged').length,
    dimensions: state.dimensions.map((read) => ({
      name: dimensionById(read.dimension)?.name ?? read.dimension,
      read,
      anomalies: placed.filter(({ anomaly }) => anomaly.dimension === read.dimension),
    })),
    commitments: commitmentsDue(source, locale),
    changes: ahead.map((change) => changeText(change, locale)),
    agenda: review.blocks.map((block) => ({
      name: block.name,
      minutes: block.minutes,
      shows: contentLines(block, { ...source, locale }),
    })),
  };
}
