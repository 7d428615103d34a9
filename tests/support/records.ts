import type {
  AssetRecord,
  FindingRecord,
  IncidentRecord,
  InitiativeRecord,
  LaunchRecord,
} from '#shared/series/records/record.ts';
import type { InitiativeOnRecord, OnRecord } from '#shared/signals/cross-checks/on-record.ts';

/** A Sev1 on `cart` of an hour on 3 November 2026 that touched everybody, unless told otherwise. */
export function anIncident(parts: Partial<Omit<IncidentRecord, 'kind'>> = {}): IncidentRecord {
  return {
    kind: 'incident',
    id: 'INC-20261103-01',
    title: 'cards are declined',
    team: null,
    service: 'cart',
    severity: 'Sev1',
    startMs: Date.UTC(2026, 10, 3, 11),
    endMs: Date.UTC(2026, 10, 3, 12),
    affectedShare: 1,
    postMortem: null,
    ...parts,
  };
}

export function aFinding(
  asset: string,
  firstSeen: string,
  severity: FindingRecord['severity'] = 'critical',
): FindingRecord {
  return { kind: 'finding', id: `CVE of ${asset}`, asset, severity, firstSeenMs: Date.parse(firstSeen) };
}

export function anAsset(name: string, owner: string | null, parts: Partial<AssetRecord> = {}): AssetRecord {
  return { kind: 'asset', name, owner, orphaned: owner === null, exposed: false, ...parts };
}

/** A tier 2 launch with adoption after 30 days, and nothing else known. */
export function aLaunch(name: string, day: string, parts: Partial<LaunchRecord> = {}): LaunchRecord {
  return {
    kind: 'launch',
    name,
    tier: 2,
    atMs: Date.parse(day),
    target90: null,
    adopted30: null,
    adopted60: null,
    adopted90: null,
    tickets: null,
    usualTickets: null,
    ...parts,
  };
}

export function anInitiative(parts: Partial<InitiativeOnRecord> = {}): InitiativeOnRecord {
  return {
    id: 'I-1',
    name: 'Event bus',
    tier: 1,
    status: 'on-track',
    accountable: 'Ana Petrova',
    due: '2026-12-18',
    blockedSince: null,
    reason: null,
    unblockOwner: null,
    unblockerActive: true,
    unblockTeam: null,
    unblockBy: null,
    waitsFor: [],
    hasDatedAction: false,
    unblockerUnknown: false,
    ...parts,
  };
}

export function anInitiativeOfFile(parts: Partial<Omit<InitiativeRecord, 'kind'>> = {}): InitiativeRecord {
  return {
    kind: 'initiative',
    id: 'I-1',
    name: 'Event bus',
    tier: 1,
    status: 'blocked',
    accountable: 'Ana Petrova',
    dueMs: null,
    blockedSinceMs: null,
    reason: null,
    unblockOwner: null,
    ...parts,
  };
}

/** Registers with nothing in them but what is given. */
export function onRecord(parts: Partial<OnRecord> = {}): OnRecord {
  return {
    closedReviews: 0,
    initiatives: [],
    acceptedRisks: [],
    risks: 0,
    promises: { reviews: 0, kept: 0, due: 0, slipped: [] },
    postMortems: [],
    ...parts,
  };
}
