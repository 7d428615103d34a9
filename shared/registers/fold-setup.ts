import { groupBy } from '#shared/events/group-by.ts';
import { byTime } from '#shared/events/merge.ts';
import { standingEvents } from '#shared/review/placed.ts';
import { foldRecord } from './fold-record.ts';
import { type Logbook, recordsOf, standingRecordsOf, toFieldEdit } from './logbook.ts';
import type {
  ChangedTemplate,
  Entity,
  EntityFields,
  Organization,
  Person,
  PersonFields,
  Registers,
} from './registers.ts';

function foldOrganization(log: Logbook): Organization | null {
  const event = standingEvents(recordsOf(log, 'organization-named'), 'organization').at(-1);
  if (event === undefined) return null;
  const { seen: _seen, ...named } = event.data;
  return named;
}

function foldTemplates(log: Logbook): readonly ChangedTemplate[] {
  const byTemplate = groupBy(recordsOf(log, 'template-changed'), (entry) => entry.event.data.template);
  return [...byTemplate.values()].flatMap((entries) => {
    const event = standingEvents(entries, 'template').at(-1);
    if (event === undefined) return [];
    const { seen: _seen, ...template } = event.data;
    return [template];
  });
}

function foldPeople(log: Logbook): readonly Person[] {
  const changes = groupBy(recordsOf(log, 'person-changed'), (entry) => entry.event.data.person);
  const added = groupBy(standingRecordsOf(log, 'person-added'), (event) => event.data.person);
  return [...added].flatMap(([id, events]) => {
    const [first, ...again] = events;
    if (first === undefined) return [];
    const { person: _person, ...fields } = first.data;
    const { at, actor } = first;
    // Adding somebody who is known already (an import, two devices) corrects what was known.
    const corrections = again.map((event) => {
      const { person: _again, ...changed } = event.data;
      return {
        event: event.id,
        at: event.at,
        actor: event.actor,
        changes: changed,
        seen: null,
        undone: false,
      };
    });
    const edits = [
      ...corrections,
      ...(changes.get(id) ?? []).map((entry) => toFieldEdit<PersonFields>(entry)),
    ];
    return [
      foldRecord<PersonFields>(
        { id, origin: id, event: first.id, at, actor, review: null, fields },
        edits.sort(byTime),
      ),
    ];
  });
}

const UNKNOWN: EntityFields = {
  kind: 'other',
  displayName: null,
  tier: null,
  team: null,
  aliasOf: null,
  customerFacing: false,
  active: true,
};

function foldEntities(log: Logbook): readonly Entity[] {
  const byEntity = groupBy(recordsOf(log, 'entity-changed'), (entry) => entry.event.data.entity);
  return [...byEntity].flatMap(([id, entries]) => {
    const first = entries.find((entry) => !entry.undone)?.event;
    if (first === undefined) return [];
    // The first change speaks of a name that only the exports knew until then.
    const origin = { id, origin: id, event: `${first.id} before`, at: first.at, actor: first.actor };
    const edits = entries.map((entry) => toFieldEdit<EntityFields>(entry));
    const entity = foldRecord<EntityFields>({ ...origin, review: null, fields: UNKNOWN }, edits);
    return [{ ...entity, history: entity.history.slice(1) }];
  });
}

/** Who the organization is, when it meets, who belongs to it and what it runs. */
export function foldSetup(
  log: Logbook,
): Pick<Registers, 'organization' | 'pinnedDay' | 'cadence' | 'templates' | 'people' | 'entities'> {
  return {
    organization: foldOrganization(log),
    pinnedDay: standingRecordsOf(log, 'day-pinned').at(-1)?.data.day ?? null,
    cadence: standingRecordsOf(log, 'cadence-set').at(-1)?.data ?? null,
    templates: foldTemplates(log),
    people: foldPeople(log),
    entities: foldEntities(log),
  };
}
