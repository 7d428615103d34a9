import { describe, expect, it } from 'vitest';
import captureCases from '#shared/drive/data/capture-cases.json' with { type: 'json' };
import type { CaptureCasesFile } from '#shared/drive/schemas/capture-cases.ts';
import { parseCapture } from '#shared/review/capture/capture.ts';
import { aCaptureContext, KIND_BY_KEY, WEEKDAYS } from '#tests/support/capture.ts';

const { cases, grammar } = captureCases as unknown as CaptureCasesFile;

function contextOf(context: CaptureCasesFile['cases'][number]['context']) {
  const [, id, dimension] = /^(\S+) \(.*, (\w+)\)$/.exec(context.anomaly ?? '') ?? [];
  return aCaptureContext({
    ...(context.pressed === undefined ? {} : { pressed: KIND_BY_KEY[context.pressed] }),
    ...(context.locale === undefined ? {} : { locale: context.locale }),
    ...(context.workweek === undefined ? {} : { workweek: context.workweek.map((day) => WEEKDAYS[day]) }),
    ...(context.fiscalYearStart === undefined ? {} : { fiscalYearStart: context.fiscalYearStart }),
    ...(id === undefined || dimension === undefined ? {} : { anomaly: { id, dimension } }),
  });
}

describe('one-line capture', () => {
  it('has fifty cases and a grammar of ten rules to be judged by', () => {
    expect([cases.length, grammar.length]).toEqual([50, 10]);
  });

  it.each(cases.map((entry) => [entry.id, entry.input, entry] as const))('%s: %s', (_id, input, entry) => {
    const { spans, ownerCandidates, ...parse } = parseCapture(input, contextOf(entry.context));
    expect(parse).toEqual(entry.expect);
    for (const span of spans) expect(input.slice(span.start, span.end).trim()).not.toBe('');
  });
});

function understood(line: string, context: Parameters<typeof aCaptureContext>[0] = {}) {
  const { spans, ...parse } = parseCapture(line, aCaptureContext(context));
  return parse;
}

describe('dates', () => {
  it.each([
    ['fr-FR', 'Finir les runbooks @ana.c pour vendredi', '2026-11-20', 'Finir les runbooks'],
    ['fr-FR', 'Finir les runbooks @li avant le 1er décembre', '2026-12-01', 'Finir les runbooks'],
    ['fr-FR', 'Revoir les coûts @li demain', '2026-11-19', 'Revoir les coûts'],
    ['es-ES', 'Revisar costes @li mañana', '2026-11-19', 'Revisar costes'],
    ['es-ES', 'Revisar costes @li para el 4 de diciembre', '2026-12-04', 'Revisar costes'],
    ['de-DE', 'Alarm prüfen @li in 2 Wochen', '2026-12-02', 'Alarm prüfen'],
    ['de-DE', 'Alarm prüfen @li bis zum 4. Dezember', '2026-12-04', 'Alarm prüfen'],
    ['de-DE', 'Alarm prüfen @li übermorgen', '2026-11-20', 'Alarm prüfen'],
    ['ja-JP', '遅延を調べる @li 明日', '2026-11-19', '遅延を調べる'],
    ['ja-JP', '遅延を調べる @li 12月4日', '2026-12-04', '遅延を調べる'],
    ['pl-PL', 'Sprawdzić koszty @li 4 grudnia', '2026-12-04', 'Sprawdzić koszty'],
    ['nl-NL', 'Kosten nakijken @li 27-11', '2026-11-27', 'Kosten nakijken'],
    ['en-US', 'Finish runbooks @li on Friday, December 4th', '2026-12-04', 'Finish runbooks'],
    ['en-US', 'Finish runbooks @li by friday, then rest', '2026-11-20', 'Finish runbooks then rest'],
  ])('reads the day and keeps the sentence (%s: %s)', (locale, line, due, text) => {
    expect(understood(line, { locale })).toMatchObject({ due, text });
  });

  it.each([
    ['Pager cover 24/7 @li'],
    ['Ship release 2.10 @li'],
    ['Compare with last friday @li'],
    ['Meet every monday @li'],
    ['Decide in March @li'],
    ['Friday freeze needs a note @li'],
  ])('leaves a date that belongs to the sentence in it (%s)', (line) => {
    expect(understood(line)).toMatchObject({
      text: line.replace(' @li', ''),
      flags: ['missing-due'],
    });
  });

  it('leaves the days of a note, a win, a decision and a parked question alone', () => {
    expect(understood('n: customer called on friday')).toEqual({
      kind: 'note',
      text: 'customer called on friday',
      flags: [],
    });
  });

  it('takes the leap day of the next leap year and asks to check it', () => {
    expect(understood('Check leap handling @li 2/29')).toMatchObject({
      due: '2028-02-29',
      flags: ['check-date'],
    });
  });

  it('ends the week today on its last working day, and next week after it', () => {
    expect(understood('x @li eow', { today: '2026-11-20' })).toMatchObject({ due: '2026-11-20' });
    expect(understood('x @li eow', { today: '2026-11-21' })).toMatchObject({ due: '2026-11-27' });
  });

  it('knows a working week that begins on Sunday, in whatever order it is given', () => {
    const sundayFirst = { workweek: [1, 2, 3, 4, 7] };
    expect(understood('x @li eow', sundayFirst)).toMatchObject({ due: '2026-11-19' });
    expect(understood('x @li next sun', sundayFirst)).toMatchObject({ due: '2026-11-22' });
    expect(understood('x @li next sun')).toMatchObject({ due: '2026-11-29' });
  });

  it('reads quarters by the fiscal year', () => {
    const fiscal = { fiscalYearStart: '04-01' };
    expect(understood('x @li end of q1', fiscal)).toMatchObject({ due: '2027-06-30' });
    expect(understood('x @li eoq', fiscal)).toMatchObject({ due: '2026-12-31' });
  });

  it('falls back to English for a locale that nobody knows', () => {
    expect(understood('x @li fri', { locale: 'not a locale' })).toMatchObject({ due: '2026-11-20' });
  });
});

describe('owners and signs', () => {
  it('keeps a second unknown name in the sentence', () => {
    expect(understood('Pair with @zoe @maria @bob fri')).toMatchObject({
      text: 'Pair with @bob',
      ownerText: 'zoe',
      alsoNamed: ['maria'],
      flags: ['unknown-owner', 'second-owner'],
    });
  });

  it('offers the people whom an ambiguous name may mean', () => {
    expect(understood('Finish runbooks @ana fri')).toMatchObject({
      ownerCandidates: ['ana.costa', 'ana.petrova'],
      flags: ['ambiguous-owner'],
    });
  });

  it('tells every understood part and its place', () => {
    const line = 'r: Ledger known by two 4x5 @priya 15 jan #rel !high A-3';
    const { spans } = parseCapture(line, aCaptureContext({}));
    expect(spans.map((span) => [line.slice(span.start, span.end), span.role])).toEqual([
      ['r:', 'kind'],
      ['4x5', 'rating'],
      ['@priya', 'owner'],
      ['15 jan', 'date'],
      ['#rel', 'dimension'],
      ['!high', 'priority'],
      ['A-3', 'link'],
    ]);
  });
});
