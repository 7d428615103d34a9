import { daysBetween } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { checked, type Evidence, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import type { InitiativeOnRecord } from './on-record.ts';
import { dayWords } from './weekly.ts';
import { counted, listed } from './wording.ts';

const DAYS = checkThreshold('tier1-blocked-unaccountable', 'days');

function lackOf(initiative: InitiativeOnRecord, days: number | null): string | null {
  const { unblockOwner, unblockerActive, unblockBy, hasDatedAction } = initiative;
  if (unblockOwner === null) return 'nobody is accountable for unblocking it';
  if (!unblockerActive) return `${unblockOwner}, who was to unblock it, is no longer here`;
  const undated = unblockBy === null && !hasDatedAction;
  return undated && days !== null && days > DAYS ? `nothing with a date is under way to unblock it` : null;
}

function evidenceOf(initiative: InitiativeOnRecord): readonly Evidence[] {
  const { id, name, accountable, due, blockedSince, reason, unblockOwner, waitsFor } = initiative;
  const link = { kind: 'initiative', id } as const;
  const line = (label: string, value: string, period: string | null = null): Evidence => ({
    label,
    value,
    period,
    link,
  });
  return [
    line(`${id}, Tier 1`, name, due === null ? null : `due ${dayWords(due)}`),
    line(
      'Blocked',
      reason ?? 'no reason on record',
      blockedSince === null ? null : `since ${dayWords(blockedSince)}`,
    ),
    line('Accountable for the outcome', accountable ?? 'nobody'),
    line('Accountable for unblocking', unblockOwner ?? 'nobody'),
    ...(waitsFor.length === 0 ? [] : [line('Waits for', listed(waitsFor))]),
  ];
}

function foundFor(initiative: InitiativeOnRecord, asOf: string): Found | null {
  const { id, name, blockedSince, reason } = initiative;
  const days = blockedSince === null ? null : daysBetween(blockedSince, asOf);
  const lack = lackOf(initiative, days);
  if (lack === null) return null;
  const since =
    blockedSince === null ? '' : ` since ${dayWords(blockedSince)} (${counted(days ?? 0, 'day')})`;
  const by = reason === null ? '' : ` by “${reason}”`;
  return {
    entities: [id],
    onset: blockedSince ?? asOf,
    headline: `${name} is blocked and ${lack}`,
    text: `${name} is blocked${since}${by}, and ${lack}.`,
    rule: `Tier 1, open, blocked, and ${lack}. It fires at once where nobody is to unblock it, and after ${DAYS} days where nothing dated is under way.`,
    evidence: evidenceOf(initiative),
    series: `initiative-completion|${id}`,
    covers: [],
    notes: initiative.unblockerUnknown
      ? ['The file has no column for who unblocks: what is known is that nobody is on record.']
      : [],
  };
}

/** Tier 1 work that is blocked while nobody is accountable for ending that, or nothing dated is under way. */
export function tier1BlockedUnaccountable(input: CheckInput): Outcome {
  const tier1 = input.initiatives.filter(({ tier }) => tier === 1);
  if (tier1.length === 0) return notChecked('no initiative carries tier 1');
  return checked(
    tier1
      .filter(({ status }) => status === 'blocked')
      .flatMap((initiative) => foundFor(initiative, input.asOf) ?? []),
  );
}
