import type { ReactNode } from 'react';
import type { CommandGroup } from '#renderer/src/state/command-groups.ts';
import type { CompletionOption } from '#renderer/src/ui/Completion.tsx';
import type { CaptureKind, CaptureParse } from '#shared/review/capture/capture.ts';

/** How one cell is edited in place. */
export type Editing<Row> = {
  readonly initial: (row: Row) => string;
  /** What typed text may mean; null where any text may stand. */
  readonly optionsFor: ((typed: string) => readonly CompletionOption[]) | null;
  /** Said when the typed text means nothing yet. */
  readonly nothing?: string;
  readonly hint?: (row: Row) => string | null;
  /** The question for the reason that a choice needs, null where it needs none. */
  readonly reasonFor?: (row: Row, chosen: string) => string | null;
  readonly apply: (row: Row, chosen: string, reason: string | null) => void;
};

export type Column<Row> = {
  readonly id: string;
  readonly name: string;
  /** What the filter looks through and the export says. */
  readonly text: (row: Row) => string;
  /** What rows are sorted by, the text unless given. */
  readonly sort?: (row: Row) => string | number;
  readonly show?: (row: Row) => ReactNode;
  readonly look?: 'wide' | 'quiet' | 'figure';
  /** Gives way when the panel, which says it as well, is open. */
  readonly spare?: boolean;
  readonly edit?: Editing<Row>;
};

export type HistoryLine = {
  readonly id: string;
  readonly when: string;
  readonly who: string;
  readonly title: string;
  readonly details: readonly string[];
};

/** What an entry of any register has. */
export type Row = { readonly id: string; readonly text: string; readonly contested: readonly string[] };

/** One register: its rows, how they are shown, narrowed, edited, told and added to. */
export type Register<Entry extends Row> = {
  readonly name: CommandGroup;
  readonly one: string;
  readonly pressed: CaptureKind;
  readonly rows: readonly Entry[];
  readonly columns: readonly Column<Entry>[];
  readonly sortedBy: string;
  /** Whether the greatest comes first when the screen opens. */
  readonly descending?: boolean;
  /** Which rows are shown; the first is what the screen opens with. */
  readonly states: readonly {
    readonly id: string;
    readonly name: string;
    readonly holds: (row: Entry) => boolean;
  }[];
  readonly remark: string;
  readonly empty: string;
  readonly example: string;
  readonly facts: (row: Entry) => readonly (readonly [string, string])[];
  readonly history: (row: Entry) => readonly HistoryLine[];
  /** What Space does to a row, null where nothing is done or open. */
  readonly settle: { readonly name: string; readonly run: (row: Entry) => void } | null;
  readonly add: (parse: CaptureParse, clearDraft: string) => void;
};
