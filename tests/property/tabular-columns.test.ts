import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnRoom } from '#shared/tabular/cell-column.ts';
import type { ColumnProfile } from '#shared/tabular/column-profile.ts';
import { createLexer } from '#shared/tabular/lexer.ts';
import { profileColumn } from '#shared/tabular/profile-column.ts';
import { numberReader } from '#shared/tabular/read-cells.ts';
import type { DecimalMark } from '#shared/tabular/reading.ts';
import { type Records, recordsOf } from '#shared/tabular/records.ts';
import { tableColumns } from '#shared/tabular/table-column.ts';

/** Room in which every column is kept by its digits after a few cells, as columns are that hardly repeat. */
const TIGHT: ColumnRoom = { amounts: 2, texts: 2, bytes: 1 };

function recordsFrom(cells: readonly string[], room?: ColumnRoom): Records {
  const lexer = createLexer({ delimiter: 0x3b, quote: 0x22, backslash: false }, room);
  const quoted = cells.map((cell) =>
    /^[\w.:, /+-]*$/.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`,
  );
  lexer.push(new TextEncoder().encode(`${['name;x', ...quoted.map((cell) => `${cell};x`)].join('\n')}\n`));
  return recordsOf(lexer.end().store, false);
}

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const whole = digits(1, 11);
const amount = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 9), fc.constantFrom('.', ','), digits(1, 5))
  .map((parts) => parts.join(''));
const year = fc.constantFrom('1899', '1900', '1990', '2026', '2099', '2100', '2199', '2200', '0026');
const two = digits(2, 2);
const period = fc.oneof(
  fc.tuple(year, two).map(([first, last]) => `${first}${last}`),
  fc.tuple(two, year).map(([first, last]) => `${first}.${last}`),
  fc.tuple(year, two).map(([first, last]) => `${first}.${last}`),
  fc.tuple(year, two, two).map((parts) => parts.join('')),
);
const clock = fc.tuple(two, two, two).map((parts) => parts.join(':'));
const date = fc.oneof(
  fc.tuple(year, fc.constantFrom('-', '/', '.'), two, two).map(([y, mark, m, d]) => [y, m, d].join(mark)),
  fc.tuple(year, fc.constantFrom('-', '/', '.'), two, two).map(([y, mark, m, d]) => [d, m, y].join(mark)),
);
const moment = fc
  .tuple(date, fc.constantFrom('T', ' '), clock, fc.constantFrom('', 'Z'))
  .map((parts) => parts.join(''));
const epoch = fc.constantFrom(
  '631151999',
  '631152000',
  '4102444799',
  '4102444800',
  '1767225600000',
  '631151999999',
);
const sheetDay = fc.constantFrom('29999', '30000', '45000.5', '60000', '60000,5', '60001');
const numbered = fc
  .tuple(fc.constantFrom('DEP-', 'EUR', 'usd', 'KW-', 'Q', 'build '), digits(4, 7))
  .map((parts) => parts.join(''));
const cell = fc.oneof(
  whole,
  amount,
  period,
  date,
  moment,
  epoch,
  sheetDay,
  numbered,
  fc.constantFrom('', 'n/a', 'Free', '1', '1.0', '0', '0,00'),
);

/** What is counted of a column; examples may be other ones of their kind. */
function countsOf({ examples, distinct, ...counts }: ColumnProfile) {
  return { ...counts, kinds: [...examples.keys()].sort(), distinct: [...distinct].sort() };
}

function columnIn(records: Records, rows: Uint32Array, mark: DecimalMark) {
  const name = { name: 'name', header: 'name', occurrence: 1, upper: 'name', lower: '' };
  const [column] = tableColumns([name], [profileColumn(records, rows, 0)], { decimal: mark }, 2026);
  if (column === undefined) throw new Error('There is a column.');
  return column;
}

describe('cells that hardly repeat', () => {
  it('come back as they were written, in tight room and in wide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(cell, fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 60 }),
        (cells) => {
          const plain = cells.map((text) => text.replaceAll('\u0000', ''));
          const records = recordsFrom(plain, TIGHT);
          expect(plain.map((_, row) => records.text(row + 1, 0))).toEqual(plain);
          expect(plain.map((_, row) => records.length(row + 1, 0))).toEqual(
            plain.map((text) => new TextEncoder().encode(text).length),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('say of their column what each of them says by itself', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 4, maxLength: 80 }), (cells) => {
        const rows = Uint32Array.from(cells, (_, row) => row + 1);
        const loose = profileColumn(recordsFrom(cells, TIGHT), rows, 0);
        expect(countsOf(loose)).toEqual(countsOf(profileColumn(recordsFrom(cells), rows, 0)));
      }),
      { numRuns: 1000 },
    );
  });

  it('say so as well where there are thousands of them', () => {
    const cells = Array.from({ length: 6000 }, (_, row) => [
      `DEP-${100_000 + row}`,
      `2026-03-${10 + (row % 20)} 08:00:${10 + (row % 50)}`,
      `EUR${10_000 + row * 7}`,
      `${row}.${row % 10}5`,
    ]);
    const rows = Uint32Array.from(cells, (_, row) => row + 1);
    for (const field of [0, 1, 2, 3]) {
      const column = cells.map((texts) => texts[field] ?? '');
      const loose = profileColumn(recordsFrom(column, TIGHT), rows, 0);
      expect(countsOf(loose)).toEqual(countsOf(profileColumn(recordsFrom(column), rows, 0)));
    }
  });

  it('are worth the same numbers', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 4, maxLength: 40 }),
        fc.constantFrom('.', ','),
        (cells, mark) => {
          const rows = Uint32Array.from(cells, (_, row) => row + 1);
          const [wide, tight] = [recordsFrom(cells), recordsFrom(cells, TIGHT)];
          const column = columnIn(wide, rows, mark as DecimalMark);
          const [expected, found] = [numberReader(wide, column), numberReader(tight, column)];
          expect([...rows].map(found)).toEqual([...rows].map(expected));
        },
      ),
      { numRuns: 500 },
    );
  });
});
