import { describe, expect, it } from 'vitest';
import { createReader } from '#shared/tabular/read.ts';

function recordsOf(text: string, name = 'x.csv'): string {
  const bytes = new TextEncoder().encode(text);
  const context = { entities: [], today: '2026-11-20', remembered: [] };
  const reader = createReader({ name, bytes: bytes.length }, {}, context);
  reader.push(bytes);
  return reader.end('').records();
}

describe('the records of a file as plain CSV', () => {
  it('hold every row below the header with its own cells, totals and short rows too', () => {
    expect(recordsOf('Title\n\nweek;n;note\n2026-W14;1,5;"a;b"\n2026-W15;2\n\nTotal;3,5;\n')).toBe(
      '"week","n","note"\r\n"2026-W14","1,5","a;b"\r\n"2026-W15","2"\r\n"Total","3,5",""\r\n',
    );
  });

  it('begin with the data where the file has no header, and join a header of two rows', () => {
    expect(recordsOf('2026-04-06,checkout,3\n2026-04-07,search,4\n')).toMatch(/^"2026-04-06",/);
    expect(recordsOf(',Q1 2026,\nService,Jan,Feb\ncheckout,1,2\n')).toMatch(
      /^"Service","Q1 2026 Jan","Q1 2026 Feb"\r\n/,
    );
  });

  it('are those that rows of JSON stand for, and none of a file that is refused', () => {
    expect(recordsOf('[{"day":"2026-04-06","n":3}]', 'x.json')).toBe('"day","n"\r\n"2026-04-06","3"\r\n');
    expect(recordsOf('<!doctype html><html></html>')).toBe('');
  });

  it('are without the space that follows each delimiter as layout', () => {
    expect(recordsOf('day, n, who\n2026-04-06, 3, a b\n2026-04-07, 4,  c\n')).toBe(
      '"day","n","who"\r\n"2026-04-06","3","a b"\r\n"2026-04-07","4"," c"\r\n',
    );
  });
});
