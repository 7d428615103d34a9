import type { Day } from '#shared/day.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';
import { riskBand } from '#shared/drive/registers.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { BlockContent } from './review.ts';
import { dayInZone } from './zone.ts';

export type RegisterChoice = Extract<BlockContent, { kind: 'register' }>;
export type RegisterId = RegisterChoice['register'];

/** One entry of a register as a block shows it. */
export type RegisterRow = {
  readonly id: string;
  readonly text: string;
  /** A person's id. */
  readonly owner: string | null;
  /** When it is due, looked at again, or begins. */
  readonly on: Day | null;
  readonly status: string;
  readonly open: boolean;
  readonly dimension: string | null;
  /** The day that it was taken down. */
  readonly since: Day;
};

type Source = Pick<Registers, 'actions' | 'initiatives' | 'risks' | 'decisions' | 'upcomingChanges'> & {
  readonly organization: { readonly timeZone: string } | null;
};

/** What a filtered view reads the registers with. */
export type RegisterContext = { readonly registers: Source; readonly today: Day };

function riskStatus(likelihood: number | null, impact: number | null, status: string): string {
  if (status === 'closed') return 'closed';
  if (likelihood === null || impact === null) return 'not rated';
  return riskBand(likelihood, impact)?.id ?? 'not rated';
}

function allRows(register: RegisterId, { registers, today }: RegisterContext): readonly RegisterRow[] {
  const zone = registers.organization?.timeZone ?? 'UTC';
  const made = ({ id, text, madeAtMs }: { id: string; text: string; madeAtMs: number }) => ({
    id,
    text,
    since: dayInZone(madeAtMs, zone),
  });
  switch (register) {
    case 'actions':
      return registers.actions.map((one) => ({
        ...made(one),
        owner: one.owner,
        on: one.due,
        status: one.status,
        open: one.status === 'open',
        dimension: one.dimension,
      }));
    case 'initiatives':
      return registers.initiatives.map((one) => ({
        ...made(one),
        owner: one.accountable,
        on: one.due,
        status: one.status.replace('-', ' '),
        open: one.status !== 'done' && one.status !== 'dropped',
        dimension: one.dimension ?? null,
      }));
    case 'risks':
      return registers.risks.map((one) => ({
        ...made(one),
        owner: one.owner,
        on: one.reviewOn,
        status: riskStatus(one.likelihood, one.impact, one.status),
        open: one.status === 'open',
        dimension: one.dimension ?? null,
      }));
    case 'decisions':
      return registers.decisions.map((one) => ({
        ...made(one),
        owner: one.owner,
        on: one.on,
        status: '',
        open: true,
        dimension: one.dimension ?? null,
        since: one.on,
      }));
    case 'changes':
      return registers.upcomingChanges.map((one) => ({
        id: one.change,
        text: one.text,
        owner: one.owner,
        on: one.from,
        status: one.entities.join(', '),
        open: (one.until ?? one.from) >= today,
        dimension: null,
        since: one.from,
      }));
  }
}

/** A register without dimensions cannot be narrowed to one. */
export function hasDimension(register: RegisterId): boolean {
  return register !== 'changes';
}

function contains(row: RegisterRow, words: string): boolean {
  const text = `${row.id} ${row.text} ${row.owner ?? ''} ${row.status}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const LAST = '9999-12-31';

function compare(order: RegisterChoice['order'], left: RegisterRow, right: RegisterRow): number {
  const by = (row: RegisterRow) => (order === 'due' ? (row.on ?? LAST) : row.since);
  const [a, b] = order === 'newest' ? [by(right), by(left)] : [by(left), by(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The entries that a view shows, in its order; entries of the same day stay as the register has them. */
export function registerRows(choice: RegisterChoice, context: RegisterContext): readonly RegisterRow[] {
  return allRows(choice.register, context)
    .filter((row) => choice.show === 'all' || row.open)
    .filter((row) => choice.dimension === null || row.dimension === choice.dimension)
    .filter((row) => contains(row, choice.words))
    .toSorted((left, right) => compare(choice.order, left, right));
}

const NAMES: Readonly<Record<RegisterId, string>> = {
  actions: 'actions',
  initiatives: 'initiatives',
  risks: 'risks',
  decisions: 'decisions',
  changes: 'upcoming changes',
};

export const ORDER_WORDS: Readonly<Record<RegisterChoice['order'], string>> = {
  oldest: 'oldest first',
  newest: 'newest first',
  due: 'next date first',
};

/** What a view shows, in words: `Open risks of Reliability, oldest first`. */
export function registerTitle(choice: RegisterChoice): string {
  const { register, show, dimension, order, words } = choice;
  const named = NAMES[register];
  const open =
    show === 'open' && (register === 'actions' || register === 'initiatives' || register === 'risks');
  const what = open ? `open ${named}` : show === 'all' && register !== 'decisions' ? `all ${named}` : named;
  const of = dimension === null ? '' : ` of ${dimensionById(dimension)?.name ?? dimension}`;
  const about = words.trim() === '' ? '' : ` with “${words.trim()}”`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${of}${about}, ${ORDER_WORDS[order]}`;
}
