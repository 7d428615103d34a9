import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { ledBy } from '#shared/review/chair.ts';
import { foldTurns, type RotaStep } from '#shared/review/rota.ts';
import { type Logbook, standingRecordsOf } from './logbook.ts';
import type { Registers } from './registers.ts';

type Dated = { readonly atMs: number; readonly step: RotaStep };

function stepsOf(log: Logbook): readonly Dated[] {
  const listed = standingRecordsOf(log, 'cadence-set').map(({ at, data }): Dated => {
    return { atMs: hybridMs(at), step: { kind: 'listed', rota: data.rota, inTurn: data.inTurn === true } };
  });
  const swapped = standingRecordsOf(log, 'turns-swapped').map(({ id, at, data }): Dated => {
    return { atMs: hybridMs(at), step: { kind: 'swapped', event: id, gives: data.gives, takes: data.takes } };
  });
  const held = log.reviews.flatMap((review): readonly Dated[] => {
    const { startedAtMs, closedAtMs, marks, id, date } = review;
    const person = ledBy(review, closedAtMs ?? marks.at(-1)?.atMs ?? 0);
    if (startedAtMs === null || person === null) return [];
    return [{ atMs: startedAtMs, step: { kind: 'held', review: id, date, person } }];
  });
  return [...listed, ...swapped, ...held];
}

/** Who is away when, and the row of turns as reviews, exchanges and lists of the rota have left it. */
export function foldRota(log: Logbook): Pick<Registers, 'absences' | 'turns'> {
  const removed = new Set(standingRecordsOf(log, 'absence-removed').map(({ data }) => data.absence));
  const noted = standingRecordsOf(log, 'absence-noted').map(({ data }) => data);
  const steps = stepsOf(log).toSorted((left, right) => left.atMs - right.atMs);
  return {
    absences: noted.filter(({ absence }) => !removed.has(absence)),
    turns: foldTurns(steps.map(({ step }) => step)),
  };
}
