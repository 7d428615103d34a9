import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';

/** A file that is read, with its hash and what a person decided about it. */
export type Frame = {
  readonly file: { readonly name: string; readonly bytes: number };
  readonly sha256: string;
  readonly settings: ReadSettings;
};

/** The reading of a file that is refused: nothing but what it is, and the sentence that says why. */
export function refused(frame: Frame, sentence: string): Reading {
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
    rows: { data: 0, excluded: [], rejected: [], rejectedCount: 0, rejectedReasons: [], rejectedGroups: [] },
    columns: [],
    named: [],
    questions: [],
    warnings: [],
    series: [],
    evidence: [],
    targets: [],
    owners: [],
    preview: [],
    signature: null,
    settings,
    shown: {},
  };
}
