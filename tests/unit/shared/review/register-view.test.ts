import { describe, expect, it } from 'vitest';
import { foldRegisters } from '#shared/registers/fold.ts';
import { type RegisterChoice, registerRows, registerTitle } from '#shared/review/register-view.ts';
import { aLog } from '#tests/support/written-log.ts';

const VIEW: RegisterChoice = {
  kind: 'register',
  register: 'risks',
  show: 'open',
  dimension: null,
  order: 'oldest',
  words: '',
};
const RISK = {
  likelihood: null,
  impact: null,
  response: null,
  owner: null,
  reviewOn: null,
  acceptedBy: null,
  acceptedUntil: null,
  transferredTo: null,
  status: 'open',
  links: [],
} as const;

/** Three risks and a captured one, an action, a change that is over and one ahead. */
function written() {
  const log = aLog();
  log.organization('2026-11-02T09:00:00Z', 'risk-recorded', {
    risk: 'k1',
    ...RISK,
    text: 'One key opens the vault',
    reviewOn: '2026-12-01',
    dimension: 'reliability',
  });
  log.organization('2026-11-03T09:00:00Z', 'risk-recorded', {
    risk: 'k2',
    ...RISK,
    text: 'The old panel',
    status: 'closed',
  });
  log.organization('2026-11-04T09:00:00Z', 'risk-recorded', {
    risk: 'k3',
    ...RISK,
    text: 'Two people know the ledger',
    reviewOn: '2026-11-20',
    likelihood: 4,
    impact: 5,
    owner: 'li',
  });
  log.review('2026-11-18T10:05:00Z', 'captured', {
    item: 'k4',
    kind: 'risk',
    text: 'The vault has no backup',
    line: 'The vault has no backup',
    dimension: 'reliability',
    block: null,
    anomaly: null,
  });
  for (const [change, from, until] of [
    ['c1', '2026-11-01', '2026-11-10'],
    ['c2', '2026-11-25', null],
  ] as const) {
    const content = { change, text: change, from, until, owner: null, entities: ['Checkout'] };
    log.organization('2026-11-05T09:00:00Z', 'upcoming-change-registered', content);
  }
  return { registers: foldRegisters(log.events), today: '2026-11-18' };
}

const ids = (changes: Partial<RegisterChoice>) =>
  registerRows({ ...VIEW, ...changes }, written()).map(({ id }) => id);

describe('a view of a register', () => {
  it('shows what is open, oldest first, and closed entries only on demand', () => {
    expect(ids({})).toEqual(['R-1', 'R-3', 'R-4']);
    expect(ids({ show: 'all' })).toEqual(['R-1', 'R-2', 'R-3', 'R-4']);
  });

  it('is narrowed to a dimension, whether it was recorded or captured with it', () => {
    expect(ids({ dimension: 'reliability' })).toEqual(['R-1', 'R-4']);
    expect(ids({ dimension: 'delivery' })).toEqual([]);
  });

  it('is narrowed to words, in any order and case', () => {
    expect(ids({ words: 'VAULT backup' })).toEqual(['R-4']);
    expect(ids({ words: 'li' })).toEqual(['R-3']);
    expect(ids({ words: 'extreme' })).toEqual(['R-3']);
  });

  it('is ordered by the next date, those without one last', () => {
    expect(ids({ order: 'due' })).toEqual(['R-3', 'R-1', 'R-4']);
    expect(ids({ order: 'newest' })).toEqual(['R-4', 'R-3', 'R-1']);
  });

  it('leaves out changes that are over', () => {
    expect(ids({ register: 'changes' })).toEqual(['c2']);
    expect(ids({ register: 'changes', show: 'all' })).toEqual(['c1', 'c2']);
  });

  it('says in words what it shows', () => {
    expect(registerTitle({ ...VIEW, dimension: 'reliability' })).toBe(
      'Open risks of Reliability, oldest first',
    );
    expect(registerTitle({ ...VIEW, register: 'decisions', words: ' vendor ', order: 'newest' })).toBe(
      'Decisions with “vendor”, newest first',
    );
    expect(registerTitle({ ...VIEW, register: 'actions', show: 'all', order: 'due' })).toBe(
      'All actions, next date first',
    );
  });
});
