import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Command } from '#renderer/src/state/commands.ts';
import { goTo } from '#renderer/src/state/navigation.ts';
import type { Place } from '#renderer/src/state/pages.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { PAGES } from './pages.ts';

function place(id: string, name: string, group: string, to: Place): Command {
  return { id, name, group, run: () => goTo(to) };
}

/** Entries of the registers by id and text, open ones before those that are done. */
function entries({ actions, initiatives, risks, decisions }: Registers): readonly Command[] {
  const openFirst = <Entry extends { readonly status: string }>(rows: readonly Entry[]) =>
    rows.toSorted((left, right) => Number(left.status !== 'open') - Number(right.status !== 'open'));
  return [
    ...openFirst(actions).map(({ id, text }) =>
      place(`action:${id}`, `${id} ${text}`, 'Actions', { page: 'actions', entry: id }),
    ),
    ...initiatives.map(({ id, text }) =>
      place(`initiative:${id}`, `${id} ${text}`, 'Initiatives', { page: 'initiatives', entry: id }),
    ),
    ...openFirst(risks).map(({ id, text }) =>
      place(`risk:${id}`, `${id} ${text}`, 'Risks', { page: 'risks', entry: id }),
    ),
    ...decisions.map(({ id, text }) =>
      place(`decision:${id}`, `${id} ${text}`, 'Decisions', { page: 'decisions', entry: id }),
    ),
  ];
}

/** Every place that has a name: screens, past reviews, series, people (what they promised), entries of the registers. */
export function usePlacesByName(): readonly Command[] {
  const { state } = useCurrentState();
  const registers = useRegisters();
  const people = registers.people
    .filter((person) => person.active)
    .map(({ id, name }) =>
      place(`person:${id}`, `${name} @${id}`, 'What was promised', { page: 'actions', narrow: `@${name}` }),
    );
  const reviews = registers.reviews
    .filter((review) => review.hasReadout)
    .map(({ id, date }) => {
      const when = date === null ? id : `${longDay(date)}, ${date}`;
      return place(`review:${id}`, `Readout of ${when}`, 'Reviews', { page: 'readout', review: id });
    });
  const series = (state?.readings ?? []).map(({ id, entityName, metricName }) =>
    place(`series:${id}`, `${entityName}, ${metricName}`, 'Series', { page: 'metric', series: id }),
  );
  const screens = PAGES.map((page) => place(`go:${page.place.page}`, page.name, 'Screens', page.place));
  return [...screens, ...reviews.toReversed(), ...people, ...series, ...entries(registers)];
}
