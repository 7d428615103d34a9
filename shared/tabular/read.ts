import { type Day, dayToMs } from '#shared/day.ts';
import { cleanScan, isCleanScan, onScannedAsset } from '#shared/formats/scanned.ts';
import { ownReading } from '#shared/own-export/own-reading.ts';
import { POINT_COLUMNS } from '#shared/own-export/points-csv.ts';
import { deriveSeries, recognizeEvents } from '#shared/series/derivations/derive-series.ts';
import type { PointTable } from '#shared/series/series.ts';
import { asOfProposals, daysMade, newestMention, yearProposals } from '#shared/tabular/as-of.ts';
import { countPoints } from '#shared/tabular/counted-rows.ts';
import { orderWarnings, shownBy } from '#shared/tabular/earlier-files.ts';
import { chosenMeasures, derivedPoints, eventPoints, eventTable } from '#shared/tabular/event-points.ts';
import { evidenceOf } from '#shared/tabular/evidence.ts';
import { fileWarnings } from '#shared/tabular/file-warnings.ts';
import { givenHeader } from '#shared/tabular/header.ts';
import { createIntake, type Taken } from '#shared/tabular/intake.ts';
import { keptEvents } from '#shared/tabular/kept-events.ts';
import { matrixPoints } from '#shared/tabular/matrix-points.ts';
import { namedMetrics } from '#shared/tabular/named-metrics.ts';
import { objection, objectionToWidth } from '#shared/tabular/objection.ts';
import type { SystemDecoding } from '#shared/tabular/other-encoding.ts';
import { createPointSink, type PointSink } from '#shared/tabular/point-sink.ts';
import { columnPoints, longPoints } from '#shared/tabular/points.ts';
import { questionsFor } from '#shared/tabular/questions.ts';
import { ratioPoints } from '#shared/tabular/ratio-points.ts';
import type { CountSetting, Reading, ReadSettings, SeriesSummary, Warning } from '#shared/tabular/reading.ts';
import { columnsOf, newlineOf, previewOf } from '#shared/tabular/reading-parts.ts';
import { filledOf, sentenceOf } from '#shared/tabular/reading-sentence.ts';
import { withRecords } from '#shared/tabular/records-beside.ts';
import { recordsCsv } from '#shared/tabular/records-csv.ts';
import { type Frame, refused } from '#shared/tabular/refused-reading.ts';
import { groupSentence } from '#shared/tabular/reject-log.ts';
import { rejectsCsv } from '#shared/tabular/rejects-csv.ts';
import type { Table } from '#shared/tabular/table.ts';
import { columnTargets } from '#shared/tabular/target-columns.ts';
import { type RememberedMapping, type Understood, understand } from '#shared/tabular/understand.ts';
import { outOfRange, warningsFor } from '#shared/tabular/warnings.ts';

/** What is known beside the file: entities in use, today, and mappings that were chosen before. */
export type ReadContext = {
  readonly entities: readonly string[];
  readonly today: Day;
  readonly remembered: readonly RememberedMapping[];
  /** What the system can decode: encodings of several bytes a character. Absent where nobody can. */
  readonly decoding?: SystemDecoding;
};

export type ExportFile = { readonly name: string; readonly bytes: number };

export type ReadOutcome = {
  readonly reading: Reading;
  /** The file's points; null as long as something is to be answered, or the file is refused. */
  readonly points: PointTable | null;
  /** The rejected rows as CSV, each with its line and the reason. */
  readonly rejects: () => string;
  /** The header and every record below it as plain CSV, as they were split. */
  readonly records: () => string;
};

export type ExportReader = {
  readonly push: (chunk: Uint8Array) => void;
  /** Records that were split so far. */
  readonly rows: () => number;
  readonly end: (sha256: string) => ReadOutcome;
};

function refusal(frame: Frame, sentence: string): ReadOutcome {
  return { reading: refused(frame, sentence), points: null, rejects: () => '', records: () => '' };
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

function collect(table: Table, skip: readonly number[], counts: readonly CountSetting[]): Collected {
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
  if (notes !== null) chosenMeasures(readable, sink);
  ratioPoints(readable, sink);
  for (const count of counts) countPoints(readable, count, sink);
  return { ...sink.finish(), notes };
}

function describe(taken: Taken, understood: Understood, frame: Frame, context: ReadContext): ReadOutcome {
  const { table, place, parts, settings, signature } = understood;
  const today = dayToMs(context.today) ?? 0;
  const stands = table.eventKind === 'findings';
  const standsOnDay = stands || table.layout.period === null;
  const named = {
    name: frame.file.name,
    title: parts.title,
    newest: standsOnDay ? newestMention(table) : Number.NaN,
  };
  const proposals = asOfProposals(named, context.today);
  const years = yearProposals(frame.file.name, parts.caption, context.today);
  const asOf = { given: table.asOf !== null, proposals, stands };
  const isSilent = (table.rows.length === 0 && !isCleanScan(table)) || table.layout.shape === 'targets';
  const questions = isSilent ? [] : questionsFor(table, settings, { asOf, years });
  const supposed = questions.some((question) => question.code === 'as-of')
    ? dayToMs(proposals[0] ?? context.today)
    : null;
  const shown: Table = { ...table, asOf: table.asOf ?? supposed };
  const { points, series, notes } = collect(shown, outOfRange(table, settings), settings.counts ?? []);
  const { rows: rejected, count: rejectedCount, groups } = table.rejected;
  const reading: Reading = {
    ...refused(frame, taken.format?.sentence ?? sentenceOf(table, series, filledOf(points.values))),
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
      rejectedGroups: groups,
    },
    columns: columnsOf(table, notes !== null),
    named: namedMetrics(table),
    questions,
    warnings: [
      ...(taken.format?.warnings ?? []),
      ...fileWarnings(taken, understood),
      ...(notes ?? []).map((message): Warning => ({ code: 'derived', message })),
      ...orderWarnings(table, settings),
      ...warningsFor(table, settings, {
        entities: context.entities,
        days: [today, ...daysMade(parts.title)],
      }),
    ],
    series,
    evidence: evidenceOf(taken, place, table, settings),
    targets: taken.format?.targets ?? columnTargets(table),
    owners: taken.format?.owners ?? [],
    preview: previewOf(taken.records, { rejected, excluded: parts.excluded }),
    signature,
    settings: understood.decided,
    shown: shownBy(table),
  };
  const names = table.columns.map((column) => column.name);
  return {
    reading,
    points:
      questions.length > 0 ? null : withRecords(withRows(points, shown, notes !== null, signature), shown),
    rejects: () => rejectsCsv(taken.records, names, understood.allRejected()),
    records: () => recordsCsv(taken.records, place),
  };
}

/** A file that Andon wrote itself is read as it was written. */
function ownOutcome(taken: Taken, frame: Frame): ReadOutcome | null {
  const own = taken.format === null ? ownReading(taken.records) : null;
  if (own === null) return null;
  if (own.kind === 'other') return refusal(frame, own.sentence);
  const names = POINT_COLUMNS.map((name) => name);
  return {
    reading: {
      ...refused(frame, own.parts.sentence),
      ...own.parts,
      status: 'read',
      type: 'table',
      encoding: taken.encoding,
      delimiter: taken.sniffed.delimiter,
      newline: newlineOf(taken),
      header: [1],
      shape: 'long',
      preview: previewOf(taken.records, { rejected: own.rejected, excluded: [] }),
    },
    points: own.points,
    rejects: () => rejectsCsv(taken.records, names, own.rejected),
    records: () => recordsCsv(taken.records, givenHeader(taken.records, [1])),
  };
}

/** Reads one export: push its bytes in chunks of any size, then end with the hash of all of them. */
export function createReader(file: ExportFile, settings: ReadSettings, context: ReadContext): ExportReader {
  const intake = createIntake({ settings, decoding: context.decoding }, file);
  return {
    push: intake.push,
    rows: intake.rows,
    end(sha256) {
      const frame = { file, sha256, settings };
      const taken = intake.end();
      if (taken.kind === 'refused') return refusal(frame, taken.sentence);
      const own = ownOutcome(taken, frame);
      if (own !== null) return own;
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
