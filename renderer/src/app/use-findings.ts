import { useMemo } from 'react';
import type { Finding } from '#renderer/src/commands/findings.ts';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useRegisters, useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import type { Place } from '#renderer/src/state/pages.ts';
import { changeWallView } from '#renderer/src/state/wall-view.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { revealHeading } from './reveal.ts';

/** The parts of a screen that are looked for by their own name. */
const PARTS: readonly { readonly place: Place; readonly group: string; readonly names: readonly string[] }[] =
  [
    {
      place: { page: 'settings' },
      group: 'Settings',
      names: ['Organization', 'Sensitivity', 'On this machine', 'Where things are kept', 'About'],
    },
    {
      place: { page: 'cadence' },
      group: 'Cadence',
      names: ['Rhythm', 'Facilitators in turn', 'Next reviews', 'People'],
    },
  ];

type Words = Pick<Finding, 'remark' | 'words'>;

function place(id: string, name: string, group: string, to: Place, words: Words = {}): Finding {
  return { id, name, group, ...words, run: () => goTo(to) };
}

function parts(): readonly Finding[] {
  return PARTS.flatMap(({ place: to, group, names }) =>
    names.map((name) => ({
      id: `part:${group}:${name}`,
      name,
      group,
      run: () => {
        goTo(to);
        revealHeading(name);
      },
    })),
  );
}

type Row = { readonly id: string; readonly text: string };

/** Entries of the registers by id, text and owner, open ones before those that are done. */
function entries({ actions, initiatives, risks, decisions, people }: Registers): readonly Finding[] {
  const names = new Map(people.map((person) => [person.id, person.name]));
  const openFirst = <Entry extends { readonly status: string }>(rows: readonly Entry[]) =>
    rows.toSorted((left, right) => Number(left.status !== 'open') - Number(right.status !== 'open'));
  const found =
    (page: 'actions' | 'initiatives' | 'risks' | 'decisions', group: string) =>
    ({ id, text, owner }: Row & { readonly owner?: string | null }): Finding => {
      const who = owner == null ? '' : (names.get(owner) ?? owner);
      const words = who === '' ? {} : { remark: who, words: who };
      return place(`${page}:${id}`, `${id} ${text}`, group, { page, entry: id }, words);
    };
  return [
    ...openFirst(actions).map(found('actions', 'Actions')),
    ...initiatives.map(found('initiatives', 'Initiatives')),
    ...openFirst(risks).map(found('risks', 'Risks')),
    ...decisions.map(({ id, text }) => found('decisions', 'Decisions')({ id, text })),
  ];
}

function onTheWall(id: string, name: string, kind: string): Finding {
  const run = () => {
    changeWallView({ by: kind === 'team' ? 'team' : 'entity', show: 'all', wanted: name });
    goTo({ page: 'wall' });
  };
  return { id: `entity:${id}`, name, group: 'Teams and services', remark: kind, run };
}

/** Series, what is measured, and what left its routine. */
function measured({ readings, anomalies }: CurrentState, { entities }: Registers): readonly Finding[] {
  const kinds = new Map(entities.map((entity) => [entity.id, entity]));
  const shown = new Map(readings.map(({ entity, entityName }) => [entity, entityName]));
  const out = anomalies.map(({ id, headline, sentence, reading, dimension }) =>
    place(
      `anomaly:${id}`,
      headline,
      'Anomalies',
      { page: 'metric', series: reading.id },
      { words: `${sentence} ${dimensionById(dimension)?.name ?? ''}` },
    ),
  );
  const things = [...shown].map(([id, name]) => onTheWall(id, name, kinds.get(id)?.kind ?? 'series'));
  const series = readings.map(({ id, entity, entityName, metricName, dimension }) => {
    const words = `${kinds.get(entity)?.team ?? ''} ${dimensionById(dimension ?? '')?.name ?? ''}`;
    return place(
      `series:${id}`,
      `${entityName}, ${metricName}`,
      'Series',
      { page: 'metric', series: id },
      {
        words,
      },
    );
  });
  return [...out, ...things, ...series];
}

function reviews({ reviews: all, people }: Registers): readonly Finding[] {
  const closed = all.filter((review) => review.status === 'closed').toReversed();
  return closed.map(({ id, date, facilitator, hasReadout }) => {
    const when = date === null ? id : `${longDay(date)}, ${date}`;
    const by = people.find((person) => person.id === facilitator)?.name ?? '';
    const name = hasReadout ? `Readout of ${when}` : `Review of ${when}`;
    return place(
      `review:${id}`,
      name,
      'Past reviews',
      { page: 'readout', review: id },
      {
        words: `review ${by}`,
      },
    );
  });
}

function persons({ people }: Registers): readonly Finding[] {
  return people
    .filter((person) => person.active)
    .map(({ id, name }) => {
      const to: Place = { page: 'actions', narrow: `@${name}` };
      return place(`person:${id}`, `${name} @${id}`, 'People', to, { remark: 'what was promised' });
    });
}

/** Blocks of the agenda that is being prepared; while live each of them is a command. */
function agenda(review: Review | null): readonly Finding[] {
  if (review?.status !== 'preparing') return [];
  return review.blocks.map(({ id, name, minutes }) =>
    place(`block:${id}`, name, 'The agenda', { page: 'prepare' }, { remark: `${minutes} min` }),
  );
}

/** Everything that is found by its name beside commands: anomalies, people, reviews, teams, series, entries of the registers. */
export function useFindings(): readonly Finding[] {
  const { state } = useCurrentState();
  const registers = useRegisters();
  const current = useCurrentReview();
  const review = useReview(current?.id ?? null);
  return useMemo(
    () => [
      ...persons(registers),
      ...reviews(registers),
      ...agenda(review),
      ...(state === null ? [] : measured(state, registers)),
      ...entries(registers),
      ...parts(),
    ],
    [state, registers, review],
  );
}
