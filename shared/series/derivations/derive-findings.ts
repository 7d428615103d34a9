import { DAY_MS, startOfDay } from '#shared/day.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { DerivedMetric, DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventColumns, EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import { NOT_ASSIGNED } from '#shared/series/derivations/event-entity.ts';
import { eventWeeks } from '#shared/series/derivations/event-weeks.ts';
import { groupBy } from '#shared/series/derivations/group-by.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const LIMITS = { critical: 14, high: 30 };
const CLOSED = /fixed|resolved|closed|remediated|pass/i;
const MUTED = /mute|suppress|ignore|dismiss|accepted|false.?positive|wont.?fix/i;
const YES = /^(true|yes|1|y)$/i;
const UNFIXABLE =
  /^(false|no|0|n|none|not.?fixed|wont-fix|unknown|not available|no (supported fix|fix supported))$/i;

const OPEN = {
  critical: catalogueMetric('open-critical-cves'),
  high: catalogueMetric('open-high-cves'),
};
const PAST_DEADLINE = catalogueMetric('cves-past-deadline');
const CRITICAL_AGE = catalogueMetric('critical-cve-age');
const OPENED = catalogueMetric('cves-opened');
const CLOSED_COUNT = catalogueMetric('cves-closed');

export type Finding = {
  readonly key: string;
  readonly id: string;
  readonly asset: string;
  readonly entity: string;
  readonly line: number;
  readonly grade: 'critical' | 'high';
  readonly firstSeen: number;
  readonly closed: number;
  readonly isOpen: boolean;
};

/** `acme/calc-service:Pipfile`, as scanners name a manifest in a repository, is the asset `calc-service`. */
function assetOf(text: string): string {
  return /^[^\s:]+\/([^\s:/]+):[^\s:]+$/.exec(text)?.[1] ?? text;
}

/** What tells a finding from others on the same package: its CVE, else its number in the tool, else its title. */
function identityOf(row: EventRow): string {
  const named = (['cve', 'id', 'name'] as const).map((role) => row.text(role).replace(/^\[\]$/, ''));
  return named.find((text) => text !== '') ?? '';
}

function gradeOf(word: string): Finding['grade'] | null {
  const grade = word.toLowerCase();
  return grade === 'critical' || grade === 'high' ? grade : null;
}

function isOpenRow(row: EventRow): boolean {
  return !CLOSED.test(row.text('state')) && Number.isNaN(row.moment('resolved'));
}

function toFinding(row: EventRow, context: DerivationContext, notes: NoteCollector): Finding | null {
  const grade = gradeOf(row.text('severity'));
  if (grade === null) return null;
  const state = row.text('state');
  if (YES.test(row.text('muted')) || MUTED.test(state)) {
    notes.row(row.line, 'left out: muted findings are not open', 'filtered');
    return null;
  }
  if (UNFIXABLE.test(row.text('fixable'))) {
    notes.row(row.line, 'left out: no fix is available yet', 'filtered');
    return null;
  }
  const asset = assetOf(row.text('asset'));
  return {
    id: identityOf(row),
    asset: asset === '' ? NOT_ASSIGNED : asset,
    key: [identityOf(row), row.text('package'), asset].join('|').toLowerCase(),
    entity: asset === '' ? NOT_ASSIGNED : (context.teamOf?.(asset) ?? asset),
    line: row.line,
    grade,
    firstSeen: row.moment('first-seen'),
    closed: row.moment('resolved'),
    isOpen: isOpenRow(row),
  };
}

function distinct(findings: readonly Finding[], notes: NoteCollector): readonly Finding[] {
  return [...groupBy(findings, ({ key }) => key).values()].flatMap((same) => {
    const earliest = same.reduce((first, one) => (one.firstSeen < first.firstSeen ? one : first));
    for (const { line } of same.slice(1))
      notes.row(line, 'joined: the same CVE, package and asset', 'filtered');
    return [earliest];
  });
}

/** Age under which nine of ten lie, by the nearest rank; NaN of none. */
function ninetiethPercentile(ages: readonly number[]): number {
  return ages.toSorted((a, b) => a - b)[Math.ceil(ages.length * 0.9) - 1] ?? Number.NaN;
}

function stockPoints(findings: readonly Finding[], asOf: number, context: DerivationContext): DerivedPoint[] {
  const limits = context.findingLimits ?? LIMITS;
  const start = startOfDay(asOf);
  const ageOf = ({ firstSeen }: Finding) => Math.floor((start - startOfDay(firstSeen)) / DAY_MS);
  const isDated = findings.some(({ firstSeen }) => !Number.isNaN(firstSeen));
  const groups = groupBy(findings, ({ entity }) => entity);
  return [['organization', findings] as const, ...groups].flatMap(([entity, own]) => {
    const open = own.filter(({ isOpen }) => isOpen);
    const critical = open.filter(({ grade }) => grade === 'critical');
    const at = { entity, start, line: own[0]?.line ?? 0 };
    const past = open.filter((finding) => ageOf(finding) > limits[finding.grade]);
    const ages = critical.map(ageOf).filter((age) => !Number.isNaN(age));
    return [
      { ...at, metric: OPEN.critical, value: critical.length },
      { ...at, metric: OPEN.high, value: open.length - critical.length },
      ...(isDated ? [{ ...at, metric: PAST_DEADLINE, value: past.length }] : []),
      ...(entity === 'organization' && ages.length > 0
        ? [{ ...at, metric: CRITICAL_AGE, value: ninetiethPercentile(ages) }]
        : []),
    ];
  });
}

function flowPoints(findings: readonly Finding[]): readonly DerivedPoint[] {
  const weeksOf = (metric: DerivedMetric, momentOf: (finding: Finding) => number) => {
    const dated = findings
      .map((finding) => ({ entity: 'organization', at: momentOf(finding), line: finding.line }))
      .filter(({ at }) => !Number.isNaN(at));
    return eventWeeks(dated, 'file-first').map(
      ({ entity, start, events, line }): DerivedPoint => ({
        metric,
        entity,
        start,
        line,
        value: events.length,
      }),
    );
  };
  return [...weeksOf(OPENED, ({ firstSeen }) => firstSeen), ...weeksOf(CLOSED_COUNT, ({ closed }) => closed)];
}

/** The critical and high findings that are open, have a fix and are not muted; of the same ones the earliest. */
export function openFindings(
  rows: EventRows,
  context: DerivationContext,
  notes: NoteCollector,
): readonly Finding[] {
  return distinct(
    rows.read((row) => toFinding(row, context, notes)),
    notes,
  ).filter(({ isOpen }) => isOpen);
}

/**
 * Open critical and high findings on the day of the file, one per CVE, package and asset; and, where the file also
 * lists the closed ones, how many were opened and closed each week.
 */
export function deriveFindings(
  rows: EventRows,
  columns: EventColumns,
  context: DerivationContext & { readonly asOf: number },
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const findings = distinct(
    rows.read((row) => toFinding(row, context, notes)),
    notes,
  );
  if (columns.fixable === undefined) {
    notes.file('No column says whether a fix exists: every finding counts as fixable.');
  }
  const isListOfOpen = rows.read((row) => (isOpenRow(row) ? true : null)).length > 0;
  if (rows.count > 0 && !isListOfOpen)
    notes.file('The file lists closed findings only: open ones are not derived.');
  const listsClosed = findings.some(({ isOpen, closed }) => !isOpen && !Number.isNaN(closed));
  if (!listsClosed)
    notes.file('The file lists open findings only: opened and closed ones a week are not derived.');
  return [
    ...(isListOfOpen ? toDerivedSeries(stockPoints(findings, context.asOf, context), 'day') : []),
    ...(listsClosed ? toDerivedSeries(flowPoints(findings), 'week') : []),
  ];
}
