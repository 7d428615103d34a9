import { decode } from '#shared/tabular/encoding.ts';

/** The records of a delimited file, addressed by position from 0. Field texts stay bytes until they are asked for. */
export type Records = {
  readonly count: number;
  /** Number of fields of a record; a blank line has one empty field. */
  readonly width: (record: number) => number;
  /** Text of a field as it stands between its delimiters, unquoted; empty where the record is too short. */
  readonly text: (record: number, field: number) => string;
  /** Bytes of a field's text: 0 when it is empty. */
  readonly length: (record: number, field: number) => number;
  /** Physical line on which the record begins, from 1. */
  readonly line: (record: number) => number;
};

export type RecordStore = {
  readonly bytes: Uint8Array;
  /** End of each field in `bytes`; a field begins where the one before it ends. */
  readonly ends: Uint32Array;
  /** For each record the index of its first field, and one more entry at the end. */
  readonly firsts: Uint32Array;
  readonly lines: Uint32Array;
  readonly count: number;
};

export function recordsOf(store: RecordStore, single: boolean): Records {
  const { bytes, ends, firsts, lines } = store;
  const first = (record: number): number => firsts[record] ?? 0;
  const width = (record: number): number => first(record + 1) - first(record);
  const start = (field: number): number => (field === 0 ? 0 : (ends[field - 1] ?? 0));
  return {
    count: store.count,
    width,
    length: (record, field) => {
      if (field >= width(record)) return 0;
      const at = first(record) + field;
      return (ends[at] ?? 0) - start(at);
    },
    text: (record, field) => {
      if (field >= width(record)) return '';
      const at = first(record) + field;
      return decode(bytes, start(at), ends[at] ?? 0, single);
    },
    line: (record) => lines[record] ?? 0,
  };
}

/** Records given as texts, one line each. */
export function recordsFrom(rows: readonly (readonly string[])[]): Records {
  const text = (record: number, field: number): string => rows[record]?.[field] ?? '';
  return {
    count: rows.length,
    width: (record) => rows[record]?.length ?? 0,
    text,
    length: (record, field) => text(record, field).length,
    line: (record) => record + 1,
  };
}

/** Fields of a record that hold more than white space. */
export function filledFields(records: Records, record: number): number {
  let filled = 0;
  for (let field = 0; field < records.width(record); field += 1) {
    if (records.length(record, field) > 0 && records.text(record, field).trim() !== '') filled += 1;
  }
  return filled;
}
