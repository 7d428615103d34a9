import type { ReadOwner } from '#shared/tabular/reading.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import {
  at,
  field,
  firstText,
  isObject,
  items,
  type JsonObject,
  type JsonValue,
  numberOf,
  objects,
  text,
} from './json-tree.ts';

/** One objective of an SLO, as a file declares it. */
type Objective = {
  readonly slo: string;
  readonly service: string;
  readonly owner: string;
  readonly name: string;
  /** Share of good events, 0.995 for 99.5 %. */
  readonly target: number;
  readonly window: string;
  readonly line: number;
};

function share(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}

/** Labels hold one text, or several of which the first counts. */
function label(labels: JsonValue | undefined, ...names: readonly string[]): string {
  return firstText(...names.map((name) => items(field(labels, name))[0] ?? field(labels, name)));
}

function windowOf(spec: JsonValue | undefined): string {
  const window = objects(field(spec, 'timeWindow') ?? field(spec, 'timeWindows'))[0];
  const counted = text(field(window, 'count'));
  const length = firstText(
    field(window, 'duration'),
    counted === '' ? undefined : `${counted} ${text(field(window, 'unit'))}`,
  );
  if (length === '') return '';
  const calendar = field(window, 'isRolling') === false || isObject(field(window, 'calendar'));
  return calendar ? `${length} calendar` : length;
}

/** Objectives of OpenSLO: ratios, or percents under a name that says so. */
function openSlo(root: JsonObject): readonly Objective[] {
  const spec = field(root, 'spec');
  const labels = at(root, 'metadata.labels');
  const slo = text(at(root, 'metadata.name'));
  return objects(field(spec, 'objectives')).flatMap((each): readonly Objective[] => {
    const percent = numberOf(field(each, 'targetPercent'));
    const target = Number.isNaN(percent) ? numberOf(field(each, 'target')) : share(percent);
    if (Number.isNaN(target)) return [];
    return [
      {
        slo,
        service: text(field(spec, 'service')) || slo,
        owner: label(labels, 'owner', 'team'),
        name: text(field(each, 'displayName')) || slo,
        target,
        window: windowOf(spec),
        line: each.line,
      },
    ];
  });
}

/** Objectives of Sloth: percents, and the service once for all of them. */
function sloth(root: JsonObject): readonly Objective[] {
  const spec = field(root, 'spec') ?? root;
  const labels = field(spec, 'labels');
  return objects(field(spec, 'slos')).flatMap((each): readonly Objective[] => {
    const objective = numberOf(field(each, 'objective'));
    if (Number.isNaN(objective)) return [];
    const slo = text(field(each, 'name'));
    return [
      {
        slo,
        service: text(field(spec, 'service')) || slo,
        owner: firstText(label(field(each, 'labels'), 'owner', 'team'), label(labels, 'owner', 'team')),
        name: slo,
        target: share(objective),
        window: '',
        line: each.line,
      },
    ];
  });
}

function percentText(target: number): string {
  return `${Number((target * 100).toPrecision(12))}%`;
}

function ownersOf(objectives: readonly Objective[]): readonly ReadOwner[] {
  const seen = new Map<string, ReadOwner>();
  for (const { service, owner, line } of objectives) {
    if (owner !== '' && !seen.has(service))
      seen.set(service, { entity: service, kind: 'service', owner, line });
  }
  return [...seen.values()];
}

const HEADER = ['slo', 'service', 'objective', 'target', 'window', 'owner'];
const ROLES = ['id', 'entity', 'dimension', 'target', 'dimension', 'dimension'] as const;

function objectivesTable(type: 'openslo' | 'sloth', objectives: readonly Objective[]): CellTable {
  const slos = new Set(objectives.map(({ slo, service }) => `${slo}\u001f${service}`)).size;
  const services = [...new Set(objectives.map(({ service }) => service))];
  const named = services.slice(0, 3).join(', ');
  const more = services.length > 3 ? ` and ${services.length - 3} more` : '';
  const count = objectives.length === 1 ? '1 objective' : `${objectives.length} objectives`;
  return cellTable({
    type,
    from: 'objectives',
    header: HEADER,
    rows: objectives.map((each) => ({
      line: each.line,
      cells: [each.slo, each.service, each.name, percentText(each.target), each.window, each.owner],
    })),
    settings: {
      shape: 'targets',
      columns: HEADER.map((name, index) => ({ name, occurrence: 1, role: ROLES[index] ?? 'dimension' })),
    },
    targets: objectives.map(({ service, target, name, window, line }) => ({
      metric: 'slo-attainment',
      entity: service,
      // A file's own `op` compares the samples of a threshold; attainment is always to be at least the target.
      op: '>=',
      value: target,
      name,
      window: window === '' ? null : window,
      line,
    })),
    owners: ownersOf(objectives),
    sentence: `${count} of ${slos === 1 ? '1 SLO' : `${slos} SLOs`} on ${named}${more}: targets, no measured values.`,
  });
}

/** OpenSLO, and Nobl9, whose documents hold objectives alike. */
function isOpenSlo(root: JsonValue): root is JsonObject {
  return isObject(root) && /^(?:openslo|n9)\//i.test(text(field(root, 'apiVersion')));
}

function isPyrra(root: JsonValue): root is JsonObject {
  return isObject(root) && text(field(root, 'apiVersion')).startsWith('pyrra.dev/');
}

/** The objective of Pyrra: a percent, often in quotes. */
function pyrra(root: JsonObject): readonly Objective[] {
  const target = numberOf(at(root, 'spec.target'));
  if (Number.isNaN(target)) return [];
  const slo = text(at(root, 'metadata.name'));
  const labels = at(root, 'metadata.labels');
  return [
    {
      slo,
      service: label(labels, 'pyrra.dev/service', 'service') || slo,
      owner: label(labels, 'pyrra.dev/team', 'pyrra.dev/owner', 'team', 'owner'),
      name: text(at(root, 'spec.description')).split('\n')[0] || slo,
      target: share(target),
      window: text(at(root, 'spec.window')),
      line: root.line,
    },
  ];
}

function isSloth(root: JsonValue): root is JsonObject {
  if (!isObject(root)) return false;
  const version = firstText(field(root, 'version'), field(root, 'apiVersion'));
  return /^(?:prometheus\/v1|sloth\.slok\.dev\/)/.test(version);
}

/** Objectives that OpenSLO, Nobl9, Sloth or Pyrra documents declare; null when there is no such document. */
export function readObjectives(roots: readonly JsonValue[]): CellTable | null {
  const open = roots.filter(isOpenSlo).filter((root) => text(field(root, 'kind')) === 'SLO');
  if (open.length > 0) return objectivesTable('openslo', open.flatMap(openSlo));
  const pyrras = roots.filter(isPyrra);
  if (pyrras.length > 0) return objectivesTable('openslo', pyrras.flatMap(pyrra));
  const declared = roots.filter(isSloth);
  return declared.length > 0 ? objectivesTable('sloth', declared.flatMap(sloth)) : null;
}
