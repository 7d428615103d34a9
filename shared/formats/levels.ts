import type { ReadingType } from '#shared/tabular/reading.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import type { Finding } from './findings.ts';

/** A finding that is no vulnerability: a rule that code or configuration breaks. */
export type Graded = {
  readonly finding: Finding;
  /** Level or severity, in the tool's own word. */
  readonly level: string;
  readonly isOpen: boolean;
  /** Tool or kind of check, where the file names it. */
  readonly source: string;
};

const HEADER = ['rule', 'level', 'asset', 'location', 'muted', 'metric', 'value'];
const ROLES = ['dimension', 'dimension', 'entity', 'dimension', 'dimension', 'metric', 'value'] as const;

/** Findings that are no vulnerabilities as one table: how many of each level are open, on the day of the scan. */
export function levelsTable(
  results: readonly Graded[],
  parts: { readonly type: ReadingType; readonly from: string; readonly scanned: string | null },
): CellTable {
  const { type, from, scanned } = parts;
  const columns = HEADER.map(
    (name, index) => ({ name, occurrence: 1, role: ROLES[index] ?? 'dimension' }) as const,
  );
  const left = results.filter((each) => !each.isOpen).length;
  const message = `${left} of the results ${left === 1 ? 'is' : 'are'} suppressed, passed or gone and not counted as open.`;
  return cellTable({
    type,
    from,
    header: HEADER,
    rows: results.map(({ finding: found, level, isOpen, source }) => ({
      line: found.line,
      cells: [
        found.cve,
        level,
        found.asset,
        found.location,
        found.muted ? 'yes' : '',
        `Open ${level} findings${source === '' ? '' : ` (${source})`}`,
        isOpen ? '1' : '0',
      ],
    })),
    settings: { shape: 'long', columns, ...(scanned === null ? {} : { asOf: scanned }) },
    warnings: left === 0 ? [] : [{ code: 'not-open', message }],
  });
}
