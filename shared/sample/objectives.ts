import { TEAMS } from '#shared/sample/fernhill.ts';

/** A service level objective of the sample: the share of good events over a rolling window of 30 days. */
export type SampleObjective = {
  readonly service: string;
  readonly team: string;
  readonly kind: 'availability' | 'latency';
  readonly target: number;
  /** Events in a usual week. */
  readonly events: number;
};

const TARGETS: Readonly<Record<string, number>> = {
  'search-api': 0.995,
  recommendations: 0.99,
  promotions: 0.995,
  returns: 0.99,
};

const WEEKLY_EVENTS: Readonly<Record<string, number>> = {
  'checkout-api': 6_200_000,
  cart: 14_500_000,
  promotions: 9_100_000,
  'payments-gateway': 10_000_000,
  ledger: 4_800_000,
  'catalog-api': 31_000_000,
  pricing: 27_500_000,
  'search-api': 8_400_000,
  recommendations: 12_300_000,
  login: 5_600_000,
  accounts: 3_900_000,
  orders: 2_700_000,
  returns: 410_000,
  'edge-gateway': 96_000_000,
};

/** One objective for each service that has events here, in the order of the teams. */
export const OBJECTIVES: readonly SampleObjective[] = TEAMS.flatMap(({ id, services }) =>
  services.flatMap(({ id: service }) => {
    const events = WEEKLY_EVENTS[service];
    if (events === undefined) return [];
    const kind = service === 'search-api' ? 'latency' : 'availability';
    return [{ service, team: id, kind, target: TARGETS[service] ?? 0.999, events } as const];
  }),
);
