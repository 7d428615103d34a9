import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createTranscoder, createUtf8Check, decode } from '#shared/tabular/encoding.ts';
import { createLexer } from '#shared/tabular/lexer.ts';
import { recordsOf } from '#shared/tabular/records.ts';

type Rows = readonly (readonly string[])[];

function chunksOf(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
  return chunks;
}

function split(bytes: Uint8Array, delimiter: string, size: number, backslash = false): Rows {
  const lexer = createLexer({ delimiter: delimiter.charCodeAt(0), quote: 0x22, backslash });
  // The same buffer is handed over again and again, as a file reader does.
  const buffer = new Uint8Array(size);
  for (const chunk of chunksOf(bytes, size)) {
    buffer.set(chunk);
    lexer.push(buffer.subarray(0, chunk.length));
  }
  const { store } = lexer.end();
  const records = recordsOf(store, false);
  return Array.from({ length: records.count }, (_, record) =>
    Array.from({ length: records.width(record) }, (__, field) => records.text(record, field)),
  );
}

const encoder = new TextEncoder();
const cell = fc
  .oneof(
    fc.string({ maxLength: 12, unit: 'grapheme' }),
    fc.stringMatching(/^[a-z0-9 .,;|"'\t\r\n\\-]{0,12}$/),
    fc.constantFrom('', '12', '1,5', '"', '""', 'a\r\nb', 'a\nb', ' x ', 'é', '😀', '\\"'),
  )
  .map((text) => text.replaceAll('\u0000', ''));
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 8 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
const chunkSize = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 4000 }));

describe('splitting delimited text', () => {
  it('gives back every table that was printed, in any dialect and any size of chunk', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        chunkSize,
        (rows, delimiter, newline, last, size) => {
          const text = Papa.unparse(rows as string[][], { delimiter, newline, quotes: true });
          expect(split(encoder.encode(last ? text + newline : text), delimiter, size)).toEqual(rows);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('agrees with an independent parser on tables that are quoted only where they must be', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), chunkSize, (rows, delimiter, size) => {
        const text = Papa.unparse(rows as string[][], { delimiter, newline: '\n' });
        const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false }).data;
        const plain = !rows.flat().some((each) => /\r/.test(each) || /^ +"/.test(each));
        fc.pre(plain && text !== '');
        const own = split(encoder.encode(text), delimiter, size);
        // A record of one empty field at the very end is the end of the text, not a record.
        const last = parsed.at(-1);
        expect(own).toEqual(last?.length === 1 && last[0] === '' ? parsed.slice(0, -1) : parsed);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same records whatever the bytes are and however they are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), chunkSize, (bytes, size) => {
        expect(split(bytes, ',', size)).toEqual(split(bytes, ',', 1000));
      }),
      { numRuns: 300 },
    );
  });
});

describe('encodings', () => {
  it('checks UTF-8 as the platform does, across any cut', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc.string({ unit: 'grapheme' }).map((text) => encoder.encode(text)),
        ),
        fc.integer({ min: 1, max: 7 }),
        (bytes, size) => {
          const check = createUtf8Check();
          for (const chunk of chunksOf(bytes, size)) check.push(chunk);
          const valid = (() => {
            try {
              new TextDecoder('utf-8', { fatal: true }).decode(bytes);
              return true;
            } catch {
              return false;
            }
          })();
          expect(check.valid()).toBe(valid);
          if (valid)
            expect(decode(bytes, 0, bytes.length, false)).toBe(
              new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
            );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('turns UTF-16 of either order into the same text, across any cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        (text, little, size) => {
          const bytes = new Uint8Array(text.length * 2);
          const view = new DataView(bytes.buffer);
          for (let index = 0; index < text.length; index += 1)
            view.setUint16(index * 2, text.charCodeAt(index), little);
          const transcoder = createTranscoder(little);
          const parts = [
            ...chunksOf(bytes, size).map((chunk) => transcoder.push(chunk).slice()),
            transcoder.end(),
          ];
          expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts))).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});
