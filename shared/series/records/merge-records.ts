import type {
  AssetRecord,
  FileRecord,
  FileRecords,
  FindingRecord,
  IncidentRecord,
  InitiativeRecord,
  LaunchRecord,
} from './record.ts';

/** Everything on record from all files in force. */
export type Records = {
  /** Null where no file lists any: nobody looked, which is not none. */
  readonly incidents: readonly IncidentRecord[] | null;
  readonly findings: readonly FindingRecord[] | null;
  readonly assets: readonly AssetRecord[] | null;
  readonly launches: readonly LaunchRecord[];
  readonly initiatives: readonly InitiativeRecord[];
};

export const noRecords: Records = {
  incidents: null,
  findings: null,
  assets: null,
  launches: [],
  initiatives: [],
};

type Listed = FindingRecord | AssetRecord;

function placeOf(record: Listed): string {
  return record.kind === 'finding' ? record.asset : record.name;
}

/** Half of the places again: then the later list is the earlier one some time on, and what it leaves out is gone. */
function replaces(later: readonly Listed[], earlier: readonly Listed[]): boolean {
  const places = new Set(later.map(placeOf));
  const known = new Set(earlier.map(placeOf));
  const again = [...known].filter((place) => places.has(place)).length;
  return known.size > 0 && again * 2 >= known.size;
}

/** Lists of how things stand: a later list of the same things takes the place of the earlier one. */
function standing<Kept extends Listed>(lists: readonly (readonly Kept[])[]): readonly Kept[] {
  const inForce = lists.filter(
    (list, index) => !lists.slice(index + 1).some((later) => replaces(later, list)),
  );
  const byKey = new Map(
    inForce
      .flat()
      .map((record) => [record.kind === 'finding' ? `${record.id}|${record.asset}` : record.name, record]),
  );
  return [...byKey.values()];
}

/** Things that happened or are kept by name: the later file's word about one of them counts. */
function latest<Kept>(records: readonly Kept[], keyOf: (record: Kept) => string): readonly Kept[] {
  return [...new Map(records.map((record) => [keyOf(record), record])).values()];
}

function ofKind<Kind extends FileRecord['kind']>(
  { records }: FileRecords,
  kind: Kind,
): readonly Extract<FileRecord, { kind: Kind }>[] {
  return records.filter((record): record is Extract<FileRecord, { kind: Kind }> => record.kind === kind);
}

/** What the files in force say together, in the order of their import. */
export function mergeRecords(files: readonly FileRecords[]): Records {
  const lists = <Kind extends FileRecord['kind']>(kind: Kind) =>
    files.map((file) => ofKind(file, kind)).filter((list) => list.length > 0);
  const incidents = lists('incident');
  const findings = lists('finding');
  const assets = lists('asset');
  return {
    incidents:
      incidents.length === 0 ? null : latest(incidents.flat(), ({ id, startMs }) => `${id}|${startMs}`),
    findings: findings.length === 0 ? null : standing(findings),
    assets: assets.length === 0 ? null : standing(assets),
    launches: latest(lists('launch').flat(), ({ name }) => name.toLowerCase()),
    initiatives: latest(lists('initiative').flat(), ({ id }) => id.toLowerCase()),
  };
}

/** The records with every entity under the name that the organization calls it by. */
export function recordsUnderOneName(
  { asOfMs, records }: FileRecords,
  names: Readonly<Record<string, string>>,
): FileRecords {
  const nameOf = (name: string | null) => (name === null ? null : (names[name] ?? name));
  const renamed = records.map((record): FileRecord => {
    switch (record.kind) {
      case 'incident':
        return { ...record, service: nameOf(record.service), team: nameOf(record.team) };
      case 'finding':
        return { ...record, asset: names[record.asset] ?? record.asset };
      case 'asset':
        return { ...record, name: names[record.name] ?? record.name };
      default:
        return record;
    }
  });
  return { asOfMs, records: renamed };
}
