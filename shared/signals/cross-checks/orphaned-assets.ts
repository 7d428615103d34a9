import { groupBy } from '#shared/events/group-by.ts';
import type { AssetRecord } from '#shared/series/records/record.ts';
import { criticalByAsset, formerOwner } from './assets-of.ts';
import { checked, type Found, notChecked, type Outcome, quiet } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { counted, listed } from './wording.ts';

const SERIES = 'orphaned-assets|organization';

function foundFor(input: CheckInput, group: string, assets: readonly AssetRecord[]): Found {
  const critical = criticalByAsset(input.records.findings ?? []);
  const vulnerable = assets.filter(({ name }) => critical.has(name.toLowerCase()));
  const exposed = assets.filter((asset) => asset.exposed === true);
  const customers = assets.filter(({ name }) => input.entities.get(name)?.customerFacing === true);
  const stops = vulnerable.length > 0 || exposed.length > 0 || customers.length > 0;
  const carry =
    vulnerable.length === 0
      ? input.records.findings === null
        ? 'whether they carry critical CVEs is not known'
        : 'none carries a critical CVE'
      : `${vulnerable.length} of them carry critical CVEs: ${listed(vulnerable.map(({ name }) => name))}`;
  return {
    entities: [group, ...assets.map(({ name }) => name)],
    onset: input.asOf,
    level: stops ? 'stop' : 'normal',
    headline: `${counted(assets.length, 'asset')} of ${group}: no accountable owner`,
    text: `${counted(assets.length, 'asset')} ${assets.length === 1 ? 'has' : 'have'} no accountable owner; ${carry}.`,
    rule: `One asset without an accountable owner is enough. It stops the line where one of them carries an open critical finding (${vulnerable.length} do), can be reached from outside (${exposed.length} can) or serves customers (${customers.length} do).`,
    evidence: assets.map(({ name, owner, exposed: open }) => {
      const cves = critical.get(name.toLowerCase())?.length ?? 0;
      const facts = [
        owner ?? 'no owner',
        ...(cves > 0 ? [counted(cves, 'critical CVE')] : []),
        ...(open === true ? ['exposed'] : []),
      ];
      return { label: name, value: facts.join(', '), period: null, link: { kind: 'asset', id: name } };
    }),
    series: SERIES,
    covers: [SERIES],
    notes:
      input.records.findings === null
        ? ['No findings are imported: CVEs on these assets were not looked at.']
        : [],
  };
}

/** Where only their number is known. */
function fromSeries(input: CheckInput): Outcome {
  const newest = input.readings.get(SERIES)?.points.findLast(({ value }) => value !== null);
  if (newest === undefined || newest.value === null)
    return notChecked('no list of assets with their owners is imported');
  if (!(newest.value >= 1)) return quiet;
  const many = counted(newest.value, 'asset');
  return checked([
    {
      entities: ['organization'],
      onset: newest.period,
      headline: `${many}: no accountable owner`,
      text: `${many} ${newest.value === 1 ? 'has' : 'have'} no accountable owner.`,
      rule: 'One asset without an accountable owner is enough.',
      evidence: [
        {
          label: 'Orphaned assets',
          value: many,
          period: newest.period,
          link: { kind: 'series', id: SERIES },
        },
      ],
      series: SERIES,
      covers: [SERIES],
      notes: ['Which assets they are is not known: only their number is imported.'],
    },
  ]);
}

/** Assets that nobody answers for, by the owner that they had. */
export function orphanedAssets(input: CheckInput): Outcome {
  if (input.records.assets === null) return fromSeries(input);
  const orphans = input.records.assets.filter(({ orphaned }) => orphaned);
  return checked([...groupBy(orphans, formerOwner)].map(([group, assets]) => foundFor(input, group, assets)));
}
