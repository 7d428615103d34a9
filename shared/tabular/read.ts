import { type Day, dayToMs } from '#shared/day.ts';
import { cleanScan, isCleanScan, onScannedAsset } from '#shared/formats/scanned.ts';
import { deriveSeries, recognizeEvents } from '#shared/series/derivations/derive-series.ts';
import type { PointTable } from '#shared/series/series.ts';
import { asOfProposals, yearProposals } from '#shared/tabular/as-of.ts';
import { derivedPoints, eventPoints, eventTable } from '#shared/tabular/event-points.ts';
import { createIntake, type Taken } from '#shared/tabular/intake.ts';
import { keptEvents } from '#shared/tabular/kept-events.ts';
import { objection, objectionToWidth } from '#shared/tabular/objection.ts';
import { createPointSink, type PointSink } from '#shared/tabular/point-sink.ts';
import { columnPoints, longPoints, matrixPoints } from '#shared/tabular/points.ts';
import { questionsFor } from '#shared/tabular/questions.ts';
import type { Reading, ReadSettings, SeriesSummary, Warning } from '#shared/tabular/reading.ts';
import { columnsOf, evidenceOf, newlineOf, previewOf, sentenceOf } from '#shared/tabular/reading-parts.ts';
import { groupSentence } from '#shared/tabular/reject-log.ts';
import { rejectsCsv } from '#shared/tabular/rejects-csv.ts';
import type { Table } from '#shared/tabular/table.ts';
import { type RememberedMapping, type Understood, understand } from '#shared/tabular/understand.ts';
import { outOfRange, warningsFor } from '#shared/tabular/warnings.ts';

/** What is known beside the file: entities in use, today, and mappings that were chosen before. */
export type ReadContext = {
  readonly entities: readonly string[];
  readonly today: Day;
  readonly remembered: readonly RememberedMapping[];
};

export type ExportFile = { readonly name: string; readonly bytes: number };

export type ReadOutcome = {
  readonly reading: Reading;
  /** The file's points; null as long as something is to be answered, or the file is refused. */
  readonly points: PointTable | null;
  /** The rejected rows as CSV, each with its line and the reason. */
  readonly rejects: () => string;
};

export type ExportReader = {
  readonly push: (chunk: Uint8Array) => void;
  /** Records that were split so far. */
  readonly rows: () => number;
  readonly end: (sha256: string) => ReadOutcome;
};

type Frame = { readonly file: ExportFile; readonly sha256: string; readonly settings: ReadSettings };

function refused(frame: Frame, sentence: string): Reading {
  const { file, sha256, settings } = frame;
  return {
    file: file.name,
    sha256,
    bytes: file.bytes,
    status: 'refused',
    type: 'unknown',
    encoding: null,
    delimiter: null,
    newline: null,
    header: [],
    shape: null,
    sentence,
    rows: { data: 0, excluded: [], rejected: [], rejectedCount: 0, rejectedReasons: [] },
    columns: [],
    questions: [],
    warnings: [],
    series: [],
    evidence: [],
    targets: [],
    owners: [],
    preview: [],
    signature: null,
    settings,
  };
}

function refusal(frame: Frame, sentence: string): ReadOutcome {
  return { reading: refused(frame, sentence), points: null, rejects: () => '' };
}

type Collected = {
  readonly points: PointTable;
  readonly series: readonly SeriesSummary[];
  /** What a derivation assumed or left out; null when none was used. */
  readonly notes: readonly string[] | null;
};

function derive(table: Table, sink: PointSink): readonly string[] | null {
  if (table.eventKind === null) return null;
  const derivation = cleanScan(table) ?? onScannedAsset(deriveSeries(eventTable(table)), table);
  if (derivation === null || derivation.series.length === 0) return null;
  derivedPoints(derivation, sink);
  return derivation.notes;
}

/** The rows of a list of happenings beside its points; nothing for other files. */
function withRows(points: PointTable, table: Table, derived: boolean, signature: string | null): PointTable {
  if (!derived && table.layout.shape !== 'events') return points;
  const events = eventTable(table);
  const recognized = derived ? recognizeEvents(events) : null;
  if (derived && recognized === null) return points;
  const counting = { kind: recognized?.kind ?? null, roles: recognized?.columns ?? {}, events };
  const list = keptEvents(table, counting, signature);
  return list === null ? points : { ...points, events: list };
}

function collect(table: Table, skip: readonly number[]): Collected {
  const sink = createPointSink();
  const { layout } = table;
  const measures = layout.measures.filter((column) => !skip.includes(column.index));
  const readable: Table = { ...table, layout: { ...layout, measures } };
  const notes = derive(readable, sink);
  if (notes === null && layout.shape !== 'targets') {
    if (layout.shape === 'long') longPoints(readable, sink);
    else if (layout.shape === 'period-columns') matrixPoints(readable, sink);
    else if (layout.shape === 'events') eventPoints(readable, sink);
    else columnPoints(readable, sink);
  }
  return { ...sink.finish(), notes };
}

/** Bytes that Windows-1252 gives no character to: the text is in another encoding of single or double bytes. */
const NO_CHARACTER = /[\u0081\u008d\u008f\u0090\u009d]/;

function isInOtherEncoding(taken: Taken): boolean {
  if (taken.encoding !== 'windows-1252') return false;
  const { records } = taken;
  for (let record = 0; record < Math.min(records.count, 100); record += 1) {
    for (let field = 0; field < Math.min(records.width(record), 100); field += 1) {
      if (NO_CHARACTER.test(records.text(record, field))) return true;
    }
  }
  return false;
}

function fileWarnings(taken: Taken, understood: Understood): readonly Warning[] {
  const found: Warning[] = [];
  const { nuls } = taken.lexed;
  if (nuls > 0) found.push({ code: 'nul-bytes', message: `${nuls} zero bytes in the text were left out.` });
  if (taken.replaced > 0) {
    found.push({
      code: 'damaged-text',
      message: `${taken.replaced} damaged characters are shown as \ufffd.`,
    });
  }
  const { secondTable } = understood.parts;
  if (secondTable !== null) {
    const message = `A second table begins in line ${secondTable}; the first one is read. Save the second as a file of its own.`;
    found.push({ code: 'second-table', message });
  }
  if (isInOtherEncoding(taken)) {
    const message =
      'The text is neither UTF-8 nor Windows-1252 (perhaps Shift-JIS), so its names are wrong. Export it as UTF-8.';
    found.push({ code: 'other-encoding', message });
  } else if (taken.mixed) {
    const message = 'Some cells are UTF-8 and others Windows-1252; each was read as what it is.';
    found.push({ code: 'mixed-encodings', message });
  }
  if (understood.remembered) {
    found.push({
      code: 'remembered',
      message: 'Read with the mapping that was chosen for this header before.',
    });
  }
  const { rejected, rows } = understood.table;
  const bad = rejected.count;
  if (bad > 0 && bad > (bad + rows.length) * 0.2) {
    const groups = rejected.groups.slice(0, 3).map(groupSentence).join('; ');
    found.push({
      code: 'many-rejected',
      message: `${bad} of ${bad + rows.length} rows cannot be read: ${groups}.`,
    });
  }
  return found;
}

function describe(taken: Taken, understood: Understood, frame: Frame, context: ReadContext): ReadOutcome {
  const { table, place, parts, settings, signature } = understood;
  const today = dayToMs(context.today) ?? 0;
  const proposals = asOfProposals(frame.file.name, parts.caption, context.today);
  const years = yearProposals(frame.file.name, parts.caption, context.today);
  const asOf = { given: table.asOf !== null, proposals, stands: table.eventKind === 'findings' };
  const isSilent = (table.rows.length === 0 && !isCleanScan(table)) || table.layout.shape === 'targets';
  const questions = isSilent ? [] : questionsFor(table, settings, { asOf, years });
  const supposed = questions.some((question) => question.code === 'as-of')
    ? dayToMs(proposals[0] ?? context.today)
    : null;
  const shown: Table = { ...table, asOf: table.asOf ?? supposed };
  const { points, series, notes } = collect(shown, outOfRange(table, settings));
  const { rows: rejected, count: rejectedCount, groups } = table.rejected;
  const reading: Reading = {
    ...refused(frame, taken.format?.sentence ?? sentenceOf(table, series)),
    status: questions.length > 0 ? 'needs-answer' : 'read',
    type: taken.format?.type ?? 'table',
    encoding: taken.encoding,
    delimiter: taken.format === null ? taken.sniffed.delimiter : null,
    newline: newlineOf(taken),
    header: taken.format === null ? place.records.map((record) => record + 1) : [],
    shape: table.layout.shape,
    rows: {
      data: table.rows.length,
      excluded: parts.excluded,
      rejected,
      rejectedCount,
      rejectedReasons: groups.map(groupSentence),
    },
    columns: columnsOf(table, notes !== null),
    questions,
    warnings: [
      ...(taken.format?.warnings ?? []),
      ...fileWarnings(taken, understood),
      ...(notes ?? []).map((message): Warning => ({ code: 'derived', message })),
      ...warningsFor(table, settings, { entities: context.entities, today }),
    ],
    series,
    evidence: evidenceOf(taken, place, table),
    targets: taken.format?.targets ?? [],
    owners: taken.format?.owners ?? [],
    preview: previewOf(table.records, rejected),
    signature,
    settings: understood.decided,
  };
  const names = table.columns.map((column) => column.name);
  return {
    reading,
    points: questions.length > 0 ? null : withRows(points, shown, notes !== null, signature),
    rejects: () => rejectsCsv(table.records, names, understood.allRejected()),
  };
}

/** Reads one export: push its bytes in chunks of any size, then end with the hash of all of them. */
export function createReader(file: ExportFile, settings: ReadSettings, context: ReadContext): ExportReader {
  const intake = createIntake(settings, file);
  return {
    push: intake.push,
    rows: intake.rows,
    end(sha256) {
      const frame = { file, sha256, settings };
      const taken = intake.end();
      if (taken.kind === 'refused') return refusal(frame, taken.sentence);
      const tooWide = objectionToWidth(taken.records);
      if (tooWide !== null) return refusal(frame, tooWide);
      const { entities, remembered, today } = context;
      const understood = understand(taken, settings, { file: file.name, entities, today, remembered });
      const against = objection(understood);
      if (against !== null) return refusal(frame, against);
      return describe(taken, understood, frame, context);
    },
  };
}
