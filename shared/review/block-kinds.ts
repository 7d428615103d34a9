import { agendaTemplateById, agendaTemplates } from '#shared/drive/agenda-templates.ts';
import type { AgendaBlock } from './review.ts';

/** A block that the product knows, without the id and the minutes of a review. */
export type KnownBlock = Omit<AgendaBlock, 'id' | 'content'>;

/** Blocks that no template has and that an agenda may be given. */
const OURS: readonly KnownBlock[] = [
  {
    kind: 'attendance',
    name: 'Who is here',
    minutes: 1,
    purpose: 'Who decides today, and who has to be told.',
    stage: 'Everybody known: here, or away with word',
    speaks: 'facilitator',
    done: 'Everybody in the room is marked.',
    protected: false,
    dimension: null,
  },
  {
    kind: 'parking',
    name: 'Parking lot',
    minutes: 5,
    purpose: 'What had to wait: does it still need us?',
    stage: 'What was parked today and what earlier reviews left',
    speaks: 'whoever parked it',
    done: 'Each is an action, a decision, answered, dropped, or waits for the next review.',
    protected: false,
    dimension: null,
  },
];

/** The template whose wording and minutes stand for a kind of block. */
const WORDING = 'organization-60';

/** Every block the product knows, one for each kind (and dimension): ours first, then as the templates have them. */
export const knownBlocks: readonly KnownBlock[] = (() => {
  const templates = [
    ...agendaTemplates.filter(({ id }) => id === WORDING),
    ...agendaTemplates.filter(({ id }) => id !== WORDING),
  ];
  const found = new Map(OURS.map((block) => [block.kind, block] as const));
  for (const { id: _id, ...block } of templates.flatMap(({ blocks }) => blocks)) {
    const known = { ...block, dimension: block.dimension ?? null };
    if (!found.has(known.kind)) found.set(known.kind, known);
  }
  return [...found.values()];
})();

/** The known blocks that an agenda does not have yet: each stands on it once. */
export function blocksToAdd(agenda: readonly Pick<AgendaBlock, 'kind'>[]): readonly KnownBlock[] {
  const there = new Set(agenda.map(({ kind }) => kind));
  return knownBlocks.filter(({ kind }) => !there.has(kind));
}

/** Whether a second block of this kind would be the same once more; a dimension or a deep dive may come twice. */
export function isHeldOnce({ kind, dimension }: KnownBlock): boolean {
  return dimension === null && kind !== 'deep-dive' && kind !== 'wheel';
}

/** What people call a kind of block beside its name in the templates. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  attendance: 'attendance',
  'roll call': 'attendance',
  parking: 'parking',
  changes: 'changes',
  'upcoming changes': 'changes',
  rating: 'rating',
  roti: 'rating',
  constraint: 'constraint',
};

function folded(name: string): string {
  return name.trim().toLocaleLowerCase().replace(/\s+/g, ' ');
}

/** The known block of this name, however it is written; null for a name of the room's own. */
export function knownBlockNamed(name: string): KnownBlock | null {
  const key = folded(name);
  return knownBlocks.find((block) => folded(block.name) === key || block.kind === OTHER_NAMES[key]) ?? null;
}

/** The known block of a kind, with the minutes of the template where it has one. */
export function knownBlock(kind: string, template: string | null = null): KnownBlock | null {
  const own = agendaTemplateById(template ?? '')?.blocks.find((block) => block.kind === kind);
  const known = knownBlocks.find((block) => block.kind === kind) ?? null;
  return known === null || own === undefined ? known : { ...known, minutes: own.minutes };
}
