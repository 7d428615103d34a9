import type { FileRecord } from '#shared/series/records/record.ts';
import type { DerivationContext } from './derivation-context.ts';
import { isOrphan } from './derive-assets.ts';
import { openFindings } from './derive-findings.ts';
import { minutesOf, shareOf } from './derive-incidents.ts';
import type { EventColumns, EventRow, EventRows } from './event-columns.ts';
import { collectNotes } from './note-collector.ts';
import type { RecognizedEvents } from './recognize-event-kind.ts';
import { severityOf } from './severity-words.ts';

const MINUTE_MS = 60_000;
/** `INC-20261103-01: cards are declined`: what people call the incident stands before its title. */
const NAMED = /^([A-Z][A-Z0-9]*-\d[\w-]*)\b[:\s]*/;
/** `60 % of card payments are declined` */
const SHARE_IN_TITLE = /(\d{1,3}(?:[.,]\d+)?)\s?%\s+of\b/i;
const YES = /^(true|yes|y|1|public|external|internet|exposed)$/i;
const NO = /^(false|no|n|0|private|internal)$/i;

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function shareOrNull(value: number): number | null {
  return value >= 0 && value <= 1 ? value : null;
}

/** The share that the row names, else the one that its title names. */
function affectedShareOf(row: EventRow, title: string): number | null {
  const given = shareOf(row);
  if (!Number.isNaN(given)) return shareOrNull(given);
  const inTitle = SHARE_IN_TITLE.exec(title)?.[1];
  return inTitle === undefined ? null : shareOrNull(Number(inTitle.replace(',', '.')) / 100);
}

function toIncident(row: EventRow, columns: EventColumns, context: DerivationContext): FileRecord | null {
  const startMs = row.moment('started');
  const word = row.text('severity');
  const severity = word === '' ? 'unknown' : severityOf(word, context.severityWords);
  if (Number.isNaN(startMs) || severity === 'none') return null;
  const title = row.text('title') || row.text('id');
  const named = NAMED.exec(title)?.[1];
  const minutes = minutesOf(row, startMs);
  return {
    kind: 'incident',
    id: named ?? (row.text('id') || `line ${row.line}`),
    title: named === undefined ? title : title.replace(NAMED, ''),
    team: row.text('entity') || null,
    service: row.text('service') || null,
    severity: severity === 'unknown' ? null : severity,
    startMs,
    endMs: known(startMs + minutes * MINUTE_MS),
    affectedShare: affectedShareOf(row, title),
    postMortem:
      columns['post-mortem'] === undefined ? null : { publishedMs: known(row.moment('post-mortem')) },
  };
}

function toAsset(row: EventRow, context: DerivationContext): FileRecord | null {
  const name = row.text('name');
  if (name === '') return null;
  const exposed = row.text('exposed');
  return {
    kind: 'asset',
    name,
    owner: row.text('owner') || null,
    orphaned: isOrphan(row, context),
    exposed: YES.test(exposed) ? true : NO.test(exposed) ? false : null,
  };
}

function toLaunch(row: EventRow): FileRecord | null {
  const atMs = row.moment('date');
  const name = row.text('launch');
  if (name === '' || Number.isNaN(atMs)) return null;
  const eligible = row.number('eligible');
  const adopted = (role: 'adopted-30' | 'adopted-60' | 'adopted-90') =>
    eligible > 0 ? shareOrNull(row.number(role) / eligible) : null;
  const target = row.number('target-90');
  return {
    kind: 'launch',
    name,
    tier: known(Number.parseInt(row.text('tier').replace(/\D+/g, ''), 10)),
    atMs,
    target90: shareOrNull(row.unit('target-90') === '%' || target > 1 ? target / 100 : target),
    adopted30: adopted('adopted-30'),
    adopted60: adopted('adopted-60'),
    adopted90: adopted('adopted-90'),
    tickets: known(row.number('tickets')),
    usualTickets: known(row.number('usual-tickets')),
  };
}

function findingsIn(rows: EventRows, context: DerivationContext): readonly FileRecord[] {
  return openFindings(rows, context, collectNotes()).map(({ id, asset, grade, firstSeen }) => ({
    kind: 'finding',
    id,
    asset,
    severity: grade,
    firstSeenMs: known(firstSeen),
  }));
}

/** A list of assets names each once; a scorecard and measurements over time are none. */
function assetsIn(rows: EventRows, columns: EventColumns, context: DerivationContext): readonly FileRecord[] {
  const assets = columns.level === undefined ? rows.read((row) => toAsset(row, context)) : [];
  const names = new Set(assets.map((asset) => (asset.kind === 'asset' ? asset.name : '')));
  return names.size === assets.length ? assets : [];
}

/** What rows of events say beside the series that follow from them: who, what and when of each. */
export function recordsOfEvents(
  { kind, columns }: RecognizedEvents,
  rows: EventRows,
  context: DerivationContext = {},
): readonly FileRecord[] {
  switch (kind) {
    case 'incidents':
      return rows.read((row) => toIncident(row, columns, context));
    case 'findings':
      return findingsIn(rows, context);
    case 'assets':
      return assetsIn(rows, columns, context);
    case 'launches':
      return rows.read(toLaunch);
    default:
      return [];
  }
}
