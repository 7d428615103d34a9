/** Names under which a measure that no single column holds is shown and mapped. */
export const ROW_COUNT = '(row count)';
export const CELLS = '(cells)';

export const WHOLE_NAMES: ReadonlySet<string> = new Set([ROW_COUNT, CELLS]);
