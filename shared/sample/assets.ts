import { lines, record } from '#shared/sample/comma-separated.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const ASSETS = 140;
/** What the team Exports, dissolved on 2026-09-21, left behind. */
const LEGACY = [1, 2, 3, 4, 5, 6].map((number) => ({
  name: `legacy-export-${number}`,
  kind: number < 5 ? 'service' : 'bucket',
  owner: 'Exports (dissolved)',
  exposed: number === 2,
}));
const KINDS = ['database', 'bucket', 'queue', 'cache', 'job', 'topic'] as const;

/** 140 assets with their owners, as a plain list. */
export function assetList(): string {
  const random = seededRandom('assets');
  const services = TEAMS.flatMap(({ name, services: own }) =>
    own.map(({ id, customerFacing }) => ({
      name: id,
      kind: 'service',
      owner: name,
      exposed: customerFacing,
    })),
  );
  const others = Array.from({ length: ASSETS - services.length - LEGACY.length }, (_, index) => {
    const team = TEAMS[index % TEAMS.length];
    const kind = KINDS[Math.floor(index / TEAMS.length) % KINDS.length] ?? 'job';
    const service = team === undefined ? 'edge-gateway' : random.pick(team.services).id;
    return {
      name: `${service}-${kind}-${Math.floor(index / (TEAMS.length * KINDS.length)) + 1}-${index}`,
      kind,
      owner: team?.name ?? 'Platform',
      exposed: kind === 'bucket' && random.chance(0.15),
    };
  });
  const rows = [...services, ...LEGACY, ...others].map(({ name, kind, owner, exposed }) =>
    record([name, kind, owner, exposed ? 'yes' : 'no']),
  );
  return lines([record(['Name', 'Kind', 'Owner', 'Exposed']), ...rows]);
}
