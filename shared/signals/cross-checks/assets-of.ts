import { groupBy } from '#shared/events/group-by.ts';
import type { AssetRecord, FindingRecord } from '#shared/series/records/record.ts';

const GONE = /\s*\((?:dissolved|disbanded|deleted|removed|inactive|former|left)\b[^)]*\)$/i;
const COUNTED = /[-_ ]?\d+$/;

/** Who owned an asset before nobody did, else the name that it shares with its like (`legacy-export-1`). */
export function formerOwner({ name, owner }: AssetRecord): string {
  const former = (owner ?? '').replace(GONE, '').trim();
  return former === '' || /^(unknown|none|nobody|n\/?a|-|—|unassigned|tbd|\?)$/i.test(former)
    ? groupName(name)
    : former;
}

/** `legacy-export-1` and `legacy-export-2` are of one group. */
export function groupName(name: string): string {
  const stem = name.replace(COUNTED, '');
  return stem === '' ? name : stem;
}

/** Open critical findings by asset, the asset's name in lower case. */
export function criticalByAsset(
  findings: readonly FindingRecord[],
): ReadonlyMap<string, readonly FindingRecord[]> {
  return groupBy(
    findings.filter(({ severity }) => severity === 'critical'),
    ({ asset }) => asset.toLowerCase(),
  );
}
