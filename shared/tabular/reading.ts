import type { Aggregation, Grain } from '#shared/series/series.ts';

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1253'
  | 'windows-1254'
  | 'shift_jis'
  | 'gb18030'
  | 'big5'
  | 'euc-kr';
export type Delimiter = ',' | ';' | '\t' | '|' | '^' | '~' | ':' | ' ';
export type DecimalMark = '.' | ',';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type Shape = 'long' | 'metric-columns' | 'entity-rows' | 'period-columns' | 'events' | 'targets';
export type ColumnRole =
  | 'period'
  | 'entity'
  | 'metric'
  | 'value'
  | 'unit'
  | 'numerator'
  | 'denominator'
  | 'target'
  | 'id'
  | 'dimension'
  | 'ignored';

/** What a person decided about one column; absent fields are left to detection. */
export type ColumnSetting = {
  /** Header text as in the file and, where it repeats, which one of them (from 1). */
  readonly name: string;
  readonly occurrence: number;
  readonly role?: ColumnRole;
  /** Catalogue id, or `own:NAME`. */
  readonly metric?: string;
  readonly unit?: string;
  readonly aggregation?: Aggregation;
  /** Name of the column that its numbers are divided by: together they are one rate. */
  readonly per?: string;
  /** Unit in which a metric of the file's own is stored already; values are converted to it. */
  readonly keptIn?: string;
};

/** What a person decided about one metric that the rows name, where metrics are no columns. */
export type NamedMetricSetting = {
  /** As the rows name it; `(cells)` for all cells of a table across whose rows name none. */
  readonly name: string;
  readonly metric?: string;
  readonly unit?: string;
  readonly aggregation?: Aggregation;
  readonly keptIn?: string;
  readonly leftOut?: boolean;
};

/** Rows that are counted because a cell says one of `values` (severity is critical or high). */
export type CountSetting = {
  /** Catalogue id, or `own:NAME`. */
  readonly metric: string;
  /** Name of the column as the screen shows it. */
  readonly column: string;
  readonly values: readonly string[];
  /** How many they are, or which share of all rows. */
  readonly as: 'count' | 'share';
};

/** What earlier files with this header have shown. It decides only what a file leaves open. */
export type EarlierFiles = {
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
};

/** What a person decided about a file: answers to questions and corrections. Everything absent is detected. */
export type ReadSettings = {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Records of the header from 1; empty when the file has none. */
  readonly header?: readonly number[];
  readonly decimal?: DecimalMark;
  readonly dateOrder?: DateOrder;
  readonly shape?: Shape;
  /** Path of the list that holds the rows of a JSON document (`data.incidents`). */
  readonly rows?: string;
  /** Year of the first of periods that name none (`KW 14`). */
  readonly year?: number;
  /** First month of the fiscal year and the end after which it is called: `04-ends`, `04-begins`. */
  readonly fiscalYear?: string;
  /** What Free and Included mean where an amount would stand. */
  readonly noAmount?: 'zero' | 'missing';
  /** ISO day that a snapshot without a date column describes. */
  readonly asOf?: string;
  /** For events: `count` gives one series of counts a week; named derivations give theirs as well. */
  readonly columns?: readonly ColumnSetting[];
  readonly metrics?: readonly NamedMetricSetting[];
  readonly counts?: readonly CountSetting[];
  /** Texts of cells that say that nothing is known, beside those that always do; compared without case. */
  readonly missing?: readonly string[];
  readonly before?: EarlierFiles;
  /** Physical lines that detection left out (totals, notes) and a person wants in. */
  readonly includeLines?: readonly number[];
  /** What happens to rows that cannot be read. */
  readonly rejects?: 'leave-out' | 'as-missing';
};

export type ExcludedReason = 'blank' | 'preamble' | 'total' | 'section' | 'footer' | 'filtered' | 'declared';
/** One row, or a run of rows up to `lastLine` that were left out together (a preamble, a footer). */
export type ExcludedRow = {
  readonly line: number;
  readonly reason: ExcludedReason;
  readonly lastLine?: number;
};

export type RejectedRow = {
  readonly line: number;
  readonly column: string | null;
  readonly value: string;
  readonly code:
    | 'not-a-number'
    | 'not-a-date'
    | 'impossible-date'
    | 'too-many-fields'
    | 'unclosed-quote'
    | 'bad-text'
    | 'unit-differs';
  readonly message: string;
};

/** Rejected rows with one reason: how many, the line of the first, and the cell where they share one. */
export type RejectedGroup = {
  readonly message: string;
  readonly count: number;
  readonly line: number;
  readonly code: RejectedRow['code'] | null;
  readonly column: string | null;
  readonly value: string;
};

export type Column = {
  /** Position in the file from 0. */
  readonly index: number;
  /** Header text; repeated or empty headers are told apart: `value (2)`, `column 5`. */
  readonly name: string;
  readonly role: ColumnRole;
  /** How dates are written (`yyyy-MM-dd`, `dd.MM.yyyy`, `epoch-ms`, `iso-week`, ...), else null. */
  readonly format: string | null;
  readonly unit: string | null;
  readonly metric: string | null;
  readonly aggregation: Aggregation | null;
  /** Whether it names people: such columns are not mapped unless somebody does. */
  readonly personal: boolean;
  /** The different texts of a column of labels, where they are few enough to choose from. */
  readonly texts: readonly string[];
  readonly nonNull: number;
  readonly nulls: number;
  /** Of the numbers as read, in file order and unit; null for text. */
  readonly sum: number | null;
};

/** A metric that the rows name and what it becomes. */
export type NamedMetric = {
  readonly name: string;
  readonly metric: string;
  readonly unit: string | null;
  readonly aggregation: Aggregation;
};

/** What a choice would make of one cell. */
export type CellReading = { readonly line: number | null; readonly cell: string; readonly reads: string };

/** Something only a person can decide; until then nothing is stored. */
export type Question = {
  readonly code:
    | 'date-order'
    | 'decimal'
    | 'as-of'
    | 'unit'
    | 'duration'
    | 'percent-or-ratio'
    | 'period'
    | 'value'
    | 'year'
    | 'fiscal-year'
    | 'no-amount'
    | 'date-or-number'
    | 'rows';
  readonly column: string | null;
  /** Values for the answer `code:COLUMN=CHOICE` (or `code=CHOICE`), each with what it would give, on real cells. */
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly example: string;
    /** Further cells under this choice, and what follows for the file as a whole; absent where one cell says it all. */
    readonly cells?: readonly CellReading[];
    readonly so?: string;
  }[];
  readonly why: string;
};

export type Warning = { readonly code: string; readonly message: string };

/** One detected setting with what it rests on ("day first", "17/03 in line 12"). */
export type Evidence = {
  readonly setting:
    | 'encoding'
    | 'delimiter'
    | 'newline'
    | 'header'
    | 'rows'
    | 'decimal'
    | 'date'
    | 'shape'
    | 'entity'
    | 'unit'
    | 'nulls'
    | 'as-of'
    | 'zone'
    | 'year'
    | 'fiscal-year';
  readonly value: string;
  readonly because: string;
};

export type SeriesSummary = {
  readonly metric: string;
  readonly metricName: string;
  readonly entity: string;
  readonly unit: string | null;
  readonly grain: Grain;
  readonly points: number;
  readonly first: { readonly period: string; readonly value: number | null } | null;
  readonly last: { readonly period: string; readonly value: number | null } | null;
};

/** A record of the file as text, for the preview. */
export type PreviewRow = {
  readonly line: number;
  readonly record: number;
  readonly cells: readonly string[];
};

/** What a file was told to be: a table, or a format whose rows stand for one. */
export type ReadingType =
  | 'table'
  | 'json-rows'
  | 'ndjson'
  | 'prometheus'
  | 'datadog'
  | 'cloudwatch'
  | 'grafana'
  | 'influxdb'
  | 'gitlab-dora'
  | 'statuspage'
  | 'aws-slo'
  | 'sarif'
  | 'trivy'
  | 'grype'
  | 'snyk'
  | 'dependabot'
  | 'gitlab-security'
  | 'npm-audit'
  | 'openslo'
  | 'sloth'
  | 'backstage'
  | 'unknown';

/** An objective that a file declares, in the unit in which the metric is stored (0.995 for 99.5 %). */
export type ReadTarget = {
  readonly metric: string;
  readonly entity: string;
  readonly op: '<' | '<=' | '>' | '>=';
  readonly value: number;
  /** What the file calls the objective, and the time it is held over (`30d`, `1m`). */
  readonly name: string;
  readonly window: string | null;
  readonly line: number;
};

/** Who owns an entity by a catalogue; null where it says that nobody is known. */
export type ReadOwner = {
  readonly entity: string;
  readonly kind: string;
  readonly owner: string | null;
  readonly line: number;
};

/** How one file was understood. Everything the mapping screen and `andon read --json` show. */
export type Reading = {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: 'read' | 'needs-answer' | 'refused';
  readonly type: ReadingType;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly newline: 'lf' | 'crlf' | 'cr' | 'mixed' | null;
  readonly header: readonly number[];
  readonly shape: Shape | null;
  /** One sentence: what the file is and what it becomes; for a refused file what it is, and what to do. */
  readonly sentence: string;
  readonly rows: {
    readonly data: number;
    readonly excluded: readonly ExcludedRow[];
    /** The first of them; `rejectedCount` is the number of all. */
    readonly rejected: readonly RejectedRow[];
    readonly rejectedCount: number;
    /** All rejected rows by reason, a sentence each. */
    readonly rejectedReasons: readonly string[];
    readonly rejectedGroups: readonly RejectedGroup[];
  };
  readonly columns: readonly Column[];
  /** Metrics that the rows name; empty where each is a column. */
  readonly named: readonly NamedMetric[];
  readonly questions: readonly Question[];
  readonly warnings: readonly Warning[];
  readonly series: readonly SeriesSummary[];
  readonly evidence: readonly Evidence[];
  readonly targets: readonly ReadTarget[];
  readonly owners: readonly ReadOwner[];
  /** The first records of the file, and the first rejected ones. */
  readonly preview: readonly PreviewRow[];
  /** Normalised, order-independent text of the header; the key under which a mapping is remembered. */
  readonly signature: string | null;
  /** The settings in force, given ones and remembered ones. */
  readonly settings: ReadSettings;
  /** What this file's own cells have decided, for later files with the same header that leave it open. */
  readonly shown: EarlierFiles;
};
