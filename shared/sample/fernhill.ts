/** A team of Fernhill Market, the made-up marketplace for garden goods that the sample's exports come from. */
export type SampleTeam = {
  /** As the exports write it. */
  readonly id: string;
  readonly name: string;
  readonly lead: string;
  readonly services: readonly [SampleService, ...SampleService[]];
};

export type SampleService = {
  readonly id: string;
  readonly tier: 1 | 2 | 3;
  readonly customerFacing: boolean;
};

function service(id: string, tier: 1 | 2 | 3, customerFacing = false): SampleService {
  return { id, tier, customerFacing };
}

export const TEAMS: readonly SampleTeam[] = [
  {
    id: 'checkout',
    name: 'Checkout',
    lead: 'Maria Silva',
    services: [service('checkout-api', 1, true), service('cart', 1, true), service('promotions', 2, true)],
  },
  {
    id: 'payments',
    name: 'Payments',
    lead: 'Priya Nair',
    services: [
      service('payments-gateway', 1, true),
      service('ledger', 1),
      service('payouts', 2),
      service('fraud-score', 2),
    ],
  },
  {
    id: 'catalog',
    name: 'Catalog',
    lead: 'Jonas Weber',
    services: [service('catalog-api', 1, true), service('pricing', 1, true), service('media', 3)],
  },
  {
    id: 'search',
    name: 'Search',
    lead: 'Li Wei',
    services: [service('search-api', 1, true), service('recommendations', 2, true), service('indexer', 2)],
  },
  {
    id: 'identity',
    name: 'Identity',
    lead: 'Ana Costa',
    services: [service('login', 1, true), service('accounts', 1, true), service('consent', 2)],
  },
  {
    id: 'fulfilment',
    name: 'Fulfilment',
    lead: 'Tom Okafor',
    services: [service('orders', 1, true), service('shipping', 2), service('returns', 3, true)],
  },
  {
    id: 'platform',
    name: 'Platform',
    lead: 'Ana Petrova',
    services: [service('edge-gateway', 1, true), service('event-bus', 1), service('deploy-pipeline', 2)],
  },
  {
    id: 'data',
    name: 'Data',
    lead: 'Ben Haddad',
    services: [service('warehouse-load', 2), service('reporting-api', 3), service('ml-features', 3)],
  },
];

export type SamplePerson = {
  readonly id: string;
  readonly name: string;
  /** Id of the team, null for people of the whole organization. */
  readonly team: string | null;
  readonly role: string;
};

/** Handle of a person: the first name, with the first letter of the last where two share it. */
function handle(name: string): string {
  const [first = '', last = ''] = name.toLowerCase().split(' ');
  return first === 'ana' ? `${first}.${last}` : first;
}

export const PEOPLE: readonly SamplePerson[] = [
  ...TEAMS.map(({ id, lead }) => ({ id: handle(lead), name: lead, team: id, role: 'Team lead' })),
  { id: 'ruth', name: 'Ruth Adeyemi', team: null, role: 'Chief technology officer' },
  { id: 'sam', name: 'Sam Lindqvist', team: null, role: 'Technical programme manager' },
  { id: 'noor', name: 'Noor Rahman', team: null, role: 'Security' },
  { id: 'eva', name: 'Eva Lind', team: null, role: 'Head of support' },
];

/** Team of a service of Fernhill Market, null for a name that it does not know. */
export function sampleTeamOf(name: string): string | null {
  return TEAMS.find(({ services }) => services.some(({ id }) => id === name))?.id ?? null;
}
