import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { msToDay, partsToMs } from '#shared/day.ts';
import { upperHalf } from '#shared/tabular/code-pages.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { readNumeral } from '#shared/tabular/numerals.ts';
import { createReader } from '#shared/tabular/read.ts';

const encoder = new TextEncoder();
const context = { entities: [], today: '2026-11-20', remembered: [] };

function read(bytes: Uint8Array, size = bytes.length) {
  const reader = createReader({ name: 'some.csv', bytes: bytes.length }, {}, context);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.end('');
}

describe('reading an export', () => {
  it('ends with a sentence for any bytes whatever, never with an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.stringMatching(/^[\x20-\x7e\n\r\t]{0,200}$/).map((text) => encoder.encode(text)),
          fc
            .array(
              fc.constantFrom(
                'date',
                'value',
                '2026-01-01',
                '1,5',
                '"',
                ',',
                ';',
                '\n',
                '\r\n',
                'Total',
                '12 %',
                'a',
              ),
              { maxLength: 60 },
            )
            .map((parts) => encoder.encode(parts.join(''))),
        ),
        (bytes) => {
          const { reading } = read(bytes);
          expect(reading.sentence).not.toBe('');
          if (reading.status === 'refused') expect(reading.rows.data).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ends with a sentence for JSON of any shape, with moments, numbers and hostile keys in it', () => {
    const leaf = fc.oneof(
      fc.constantFrom(
        '2026-04-06',
        '2026-04-06T08:00:00Z',
        1775433600,
        1775433600000,
        12.5,
        '7',
        'NaN',
        null,
      ),
      fc.string({ maxLength: 6 }),
      fc.boolean(),
    );
    const key = fc.constantFrom(
      'date',
      'timestamps',
      'values',
      'points',
      'metric',
      'name',
      '__proto__',
      '2026-04-06',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc
          .array(fc.tuple(key, tie('tree')), { maxLength: 4 })
          .map((pairs) => Object.fromEntries(pairs.map(([name, value]) => [name, value]))),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const { reading } = read(encoder.encode(JSON.stringify(value)));
        expect(reading.sentence).not.toBe('');
        for (const series of reading.series) expect(series.points).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });

  it('decodes a text of any encoding that it knows to the same cells', () => {
    const cases = [
      ['windows-1250', 'Zespół;Wdrożenia\nPłatności;12\nŁączność;3\n'],
      ['windows-1251', 'Сервис;Инциденты\nОплата;12\nПоиск;3\n'],
      ['windows-1253', 'Υπηρεσία;Λάθη\nΠληρωμές;12\nΑναζήτηση;3\n'],
      ['windows-1254', 'Takım;Dağıtım\nÖdeme;12\nIşık;3\n'],
    ] as const;
    for (const [encoding, text] of cases) {
      const upper = upperHalf(encoding);
      const bytes = Uint8Array.from(
        Array.from(text, (character) => {
          const code = character.charCodeAt(0);
          return code < 0x80 ? code : 0x80 + upper.indexOf(character);
        }),
      );
      for (const size of [1, 7, bytes.length]) {
        const { reading, records } = read(bytes, size);
        expect(reading.encoding).toBe(encoding);
        expect(records().replaceAll('"', '').replaceAll(',', ';').replaceAll('\r\n', '\n')).toBe(text);
      }
    }
  });

  it('gives the same reading whatever the size of the chunks', () => {
    const text =
      'date;team;value (%)\r\n2026-04-06;"Größe; Süd";99,5\r\n2026-04-13;B;—\r\n2026-04-20;"B";n.v.x\r\nTotal;;99,5\r\n';
    const bytes = encoder.encode(text);
    const whole = read(bytes);
    for (const size of [1, 2, 3, 7, 16, 61]) {
      const cut = read(bytes, size);
      expect(cut.reading).toEqual(whole.reading);
      expect(cut.points).toEqual(whole.points);
    }
  });

  it('gives back the weekly values that were written, and missing where nothing was', () => {
    const value = fc.option(fc.integer({ min: -99_999, max: 999_999 }).map((cents) => cents / 100));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3, maxLength: 30 }),
        fc.constantFrom('.', ','),
        (values, mark) => {
          fc.pre(values.some((each) => each !== null && !Number.isInteger(each)));
          const monday = partsToMs(2026, 1, 5) ?? 0;
          const rows = values.map((each, week) => {
            const day = msToDay(monday + week * 7 * 86_400_000);
            return `${day};search;${each === null ? '' : each.toFixed(2).replace('.', mark)}`;
          });
          const { points, reading } = read(encoder.encode(`day;service;p95 (ms)\n${rows.join('\n')}\n`));
          expect(reading.rows.data).toBe(values.length);
          expect([...(points?.values ?? [])]).toEqual(values.map((each) => each ?? Number.NaN));
          expect(points?.series.map((series) => [series.entity, series.grain, series.unit])).toEqual([
            ['search', 'week', 'ms'],
          ]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('cells', () => {
  it('reads a number as it is printed in each convention', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
          const decimals = String(cents).padStart(2, '0');
          const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '_');
          expect(readNumeral(`${grouped.replaceAll('_', ',')}.${decimals}`, '.')).toBe(value);
          expect(readNumeral(`${grouped.replaceAll('_', '.')},${decimals}`, ',')).toBe(value);
          expect(readNumeral(`${grouped.replaceAll('_', '\u202f')},${decimals}`, ',')).toBe(value);
          expect(readNumeral(`${grouped.replaceAll('_', "'")}.${decimals}`, '.')).toBe(value);
        },
      ),
    );
  });

  it('reads a day that exists and none that does not, in both orders', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, date) => {
          const ms = partsToMs(year, month, date);
          const [mm, dd] = [month, date].map((part) => String(part).padStart(2, '0'));
          const texts = [
            [`${year}-${mm}-${dd}`, 'ymd'],
            [`${dd}/${mm}/${year}`, 'dmy'],
            [`${mm}/${dd}/${year}`, 'mdy'],
            [`${dd}.${mm}.${year} 00:00`, 'dmy'],
          ] as const;
          for (const [text, order] of texts) {
            const moment = readMoment(text, { order, epoch: null });
            expect(moment).toMatchObject(ms === null ? { kind: 'impossible' } : { kind: 'moment', ms });
          }
        },
      ),
    );
  });

  it('answers within a moment on texts made to be slow', () => {
    const hostile = [
      '1'.repeat(20_000),
      '1,'.repeat(9000),
      ' '.repeat(20_000),
      'a-'.repeat(9000),
      `(${'$'.repeat(9000)}`,
    ];
    const start = performance.now();
    for (const text of hostile) {
      const { reading } = read(encoder.encode(`date,value\n2026-01-01,"${text}"\n2026-01-02,1\n`));
      expect(reading.sentence).not.toBe('');
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
