import { describe, expect, it } from 'vitest';
import { narrow, sorted, toCsv } from '#renderer/src/features/registers/narrow.ts';
import type { Column } from '#renderer/src/features/registers/register.ts';

type Line = {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly dimension: string;
  readonly due: string;
  readonly contested: readonly string[];
};

const columns: readonly Column<Line>[] = [
  { id: 'id', name: '', text: (line) => line.id },
  { id: 'text', name: 'Action', text: (line) => line.text },
  { id: 'owner', name: 'Owner', text: (line) => line.owner },
  { id: 'due', name: 'Due', text: (line) => line.due },
  { id: 'dimension', name: 'Dimension', text: (line) => line.dimension },
];

function aLine(id: string, more: Partial<Line> = {}): Line {
  return { id, text: '', owner: '', dimension: '', due: '', contested: [], ...more };
}

const ids = (lines: readonly Line[]) => lines.map((line) => line.id);

describe('narrowing a register', () => {
  const lines = [
    aLine('A-1', { text: 'Ask Ben about the index', owner: 'Maria Silva', dimension: 'Reliability' }),
    aLine('A-2', { text: 'Reliability of the index', owner: 'Ben Haddad', dimension: 'Delivery' }),
  ];

  it('looks for plain words anywhere', () => {
    expect(ids(narrow(lines, columns, 'ben index'))).toEqual(['A-1', 'A-2']);
  });

  it('looks for @ in owners and for # in dimensions only', () => {
    expect(ids(narrow(lines, columns, '@ben'))).toEqual(['A-2']);
    expect(ids(narrow(lines, columns, '#reliability'))).toEqual(['A-1']);
    expect(ids(narrow(lines, columns, '@ben #reliability'))).toEqual([]);
  });
});

describe('sorting a register', () => {
  const lines = [
    aLine('A-10', { due: '2026-12-01' }),
    aLine('A-9', { due: '' }),
    aLine('A-2', { due: '2026-11-20' }),
  ];

  it('counts ids as people do', () => {
    expect(ids(sorted(lines, columns, { column: 'id', descending: false }))).toEqual(['A-2', 'A-9', 'A-10']);
  });

  it('leaves what has no value at the end in both directions', () => {
    expect(ids(sorted(lines, columns, { column: 'due', descending: false }))).toEqual(['A-2', 'A-10', 'A-9']);
    expect(ids(sorted(lines, columns, { column: 'due', descending: true }))).toEqual(['A-10', 'A-2', 'A-9']);
  });
});

describe('exporting a register', () => {
  it('writes every shown cell, none of which a spreadsheet takes for a formula', () => {
    const csv = toCsv([aLine('A-1', { text: '=1+1, or not', owner: '+Maria' })], columns);
    expect(csv).toBe(`\uFEFFId,Action,Owner,Due,Dimension\r\nA-1,"'=1+1, or not",'+Maria,,\r\n`);
  });
});
