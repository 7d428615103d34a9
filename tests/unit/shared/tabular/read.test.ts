import { describe, expect, it } from 'vitest';
import { createReader, type ReadContext, type ReadOutcome } from '#shared/tabular/read.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';

const context: ReadContext = { entities: [], today: '2026-11-20', remembered: [] };

function read(
  text: string | Uint8Array,
  settings: ReadSettings = {},
  more: Partial<ReadContext> = {},
): ReadOutcome {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reader = createReader({ name: 'export.csv', bytes: bytes.length }, settings, { ...context, ...more });
  reader.push(bytes);
  return reader.end('abc');
}

function pointsOf({ points }: ReadOutcome): readonly string[] {
  return [...(points?.seriesIndex ?? [])].map((series, index) => {
    const header = points?.series[series];
    const day = new Date(points?.starts[index] ?? 0).toISOString().slice(0, 10);
    return `${header?.metric} ${header?.entity} ${day} ${points?.values[index]} ${header?.unit}`;
  });
}

describe('what is no table', () => {
  it.each([
    ['an empty file', '', /empty \(0 bytes\)/],
    [
      'a sign-in page',
      '<!DOCTYPE html><html><title>Sign in</title></html>',
      /web page, probably a sign-in page/,
    ],
    ['an error answer', '{"errors":["Forbidden"],"status":403}', /error answer of an API.*Forbidden/],
    ['JSON that was cut off', '[{"date":"2026-04-01","value":2},{"da', /ends in the middle, at character 37/],
    [
      'prose',
      'Dear all,\n\nplease find the numbers attached, as we said.\nWe shipped a lot, and it was good.\nBest\n',
      /no table was found/,
    ],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /Excel workbook.*save the sheet as CSV/],
    ['a gzip archive', new Uint8Array([0x1f, 0x8b, 8, 0]), /compressed \(gzip\)/],
  ])('%s is refused with one sentence', (_, content, sentence) => {
    const { reading, points } = read(content);
    expect(reading.status).toBe('refused');
    expect(reading.sentence).toMatch(sentence);
    expect(points).toBeNull();
  });

  it('says that a header without rows has no data', () => {
    const { reading } = read('date,service,value\r\n');
    expect(reading).toMatchObject({ status: 'read', header: [1], rows: { data: 0 } });
    expect(reading.sentence).toBe('0 data rows. The header is there, nothing is below it; nothing changes.');
  });
});

describe('the dialect', () => {
  it('is not fooled by decimal commas', () => {
    const { reading } = read('Datum;Team;Kosten (EUR)\n01.04.2026;A;1.234,56\n13.04.2026;B;-45,20\n');
    expect(reading).toMatchObject({ delimiter: ';', rows: { data: 2 } });
    expect(reading.columns[2]).toMatchObject({ unit: 'EUR', sum: 1189.36 });
  });

  it('is what a person says it is', () => {
    const text = 'date;value\n2026-04-06;1,234\n2026-04-13;2,345\n';
    expect(read(text).reading.questions.map((question) => question.code)).toEqual(['decimal']);
    expect(pointsOf(read(text, { decimal: ',' }))[0]).toBe('own:value organization 2026-04-06 1.234 null');
    expect(pointsOf(read(text, { decimal: '.' }))[0]).toBe('own:value organization 2026-04-06 1234 null');
  });

  it('keeps Windows-1252 names, also beside UTF-8 ones', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('date,service,value\n2026-04-06,café,1\n2026-04-07,caf'),
      0xe9,
      ...new TextEncoder().encode(',2\n'),
    ]);
    const outcome = read(bytes);
    expect(outcome.reading.encoding).toBe('windows-1252');
    expect(outcome.reading.warnings.map((warning) => warning.code)).toContain('mixed-encodings');
    expect(outcome.points?.series.map((series) => series.entity)).toEqual(['café']);
  });
});

describe('rows', () => {
  it('are set aside with their line and a reason, and leave as a file to correct', () => {
    const outcome = read(
      'date,service,deploys\n2026-04-06,a,1\n2026-04-31,a,2\n2026-04-13,a,n.v.x\n2026-04-20,a,3,extra\n2026-04-20,a,4\n2026-04-27,a,4\n',
    );
    expect(outcome.reading.rows.rejected.map(({ line, code }) => [line, code])).toEqual([
      [3, 'impossible-date'],
      [4, 'not-a-number'],
      [5, 'too-many-fields'],
    ]);
    expect(outcome.reading.rows.data).toBe(3);
    expect(outcome.rejects()).toBe(
      'date,service,deploys,rejected in line,reason for rejection\r\n2026-04-31,a,2,3,"date: “2026-04-31” does not exist, there is no such day"\r\n2026-04-13,a,n.v.x,4,deploys: “n.v.x” is not a number\r\n2026-04-20,a,3,extra,5,"4 fields, the header has 3: reading it would drop or shift cells"\r\n',
    );
  });

  it('that cannot be read count as missing where a person says so', () => {
    const text = 'date,service,deploys\n2026-04-06,a,1\n2026-04-13,a,n.v.x\n2026-04-20,a,3\n2026-04-27,a,4\n';
    expect(pointsOf(read(text, { rejects: 'as-missing' }))).toContain(
      'deployment-frequency a 2026-04-13 NaN deployments',
    );
  });

  it('of totals are left out, and a service called media is not one of them', () => {
    const text = 'service,owner,critical\nsearch,Search,2\nmedia,Catalog,3\nTotal,,5\n';
    const { reading } = read(text, { asOf: '2026-11-18' });
    expect(reading.rows).toMatchObject({ data: 2, excluded: [{ line: 4, reason: 'total' }] });
    const back = read(text, { asOf: '2026-11-18', includeLines: [4] });
    expect(back.reading.rows.data).toBe(3);
  });

  it('of a second table below are not read into the first', () => {
    const { reading } = read(
      'date,service,value\n2026-04-06,a,1\n2026-04-13,a,2\n\nDATE,TEAM,COST\n2026-04-06,x,10\n',
    );
    expect(reading.rows.data).toBe(2);
    expect(reading.warnings.map((warning) => warning.code)).toContain('second-table');
  });
});

describe('questions', () => {
  it('ask for the order of day and month when no date decides, and both answers are shown on a real cell', () => {
    const text = 'date,service,incidents\n03/04/2026,a,2\n04/05/2026,a,1\n';
    const { reading, points } = read(text);
    expect(points).toBeNull();
    expect(reading.questions[0]?.choices.map((choice) => choice.example)).toEqual([
      '03/04/2026 is 2026-04-03',
      '03/04/2026 is 2026-03-04',
    ]);
    expect(pointsOf(read(text, { dateOrder: 'mdy' }))[0]).toBe('incidents a 2026-03-04 2 incidents');
  });

  it('ask for the day of a file without dates, proposing the one in its title', () => {
    const { reading } = read(
      'Availability of services 2026-10-31\nservice,Availability (%)\na,99.9\nb,99.5\n',
    );
    expect(reading.questions.map((question) => question.code)).toEqual(['as-of']);
    expect(reading.questions[0]?.choices[0]?.value).toBe('2026-10-31');
  });

  it('ask whether numbers up to 1 are percents or ratios, and take 12 errors for a count', () => {
    const text = 'day,Error rate,Errors\n2026-04-06,0.4,12\n2026-04-13,0.31,9\n';
    const { reading } = read(text);
    expect(reading.questions.map(({ code, column }) => [code, column])).toEqual([
      ['percent-or-ratio', 'Error rate'],
    ]);
    expect(reading.questions[0]?.choices.map((choice) => choice.example)).toEqual([
      '0.4 is 0.4 %',
      '0.4 is 40 %',
    ]);
    const rate = (unit: string): string | undefined =>
      pointsOf(read(text, { columns: [{ name: 'Error rate', occurrence: 1, unit }] }))[0];
    expect([rate('%'), rate('share')]).toEqual([
      'error-rate organization 2026-04-06 0.004 share',
      'error-rate organization 2026-04-06 0.4 share',
    ]);
    expect(reading.columns[2]?.metric).toBe('own:Errors');
  });

  it('ask what a bare number among durations is', () => {
    const text = 'day,mttr\n2026-04-06,PT45M\n2026-04-13,90\n2026-04-20,1.5h\n';
    expect(read(text).reading.questions.map((question) => question.code)).toEqual(['unit']);
    const answered = read(text, { columns: [{ name: 'mttr', occurrence: 1, unit: 'min' }] });
    expect(answered.reading.questions).toEqual([]);
    expect(pointsOf(answered).map((point) => point.split(' ')[3])).toEqual(['0.75', '1.5', '1.5']);
  });
});

describe('points', () => {
  it('of equal keys are added up, rates averaged', () => {
    const text = 'Date,Team,Quantity,Uptime %\n2026-04-06,a,2,99\n2026-04-06,a,3,100\n2026-04-13,a,4,98\n';
    expect(pointsOf(read(text))).toEqual([
      'own:Quantity a 2026-04-06 5 null',
      'own:Quantity a 2026-04-13 4 null',
      'slo-attainment a 2026-04-06 0.995 share',
      'slo-attainment a 2026-04-13 0.98 share',
    ]);
  });

  it('of a matrix take the unit of their row', () => {
    const text =
      'Metric,Team,Unit,2026-W14,2026-W15\nLead time for changes,pay,duration,3h,90m\nChange failure rate,pay,%,8%,—\nDeployments,pay,count,12,0\n';
    expect(pointsOf(read(text))).toEqual([
      'change-lead-time pay 2026-03-30 3 h',
      'change-lead-time pay 2026-04-06 1.5 h',
      'change-fail-rate pay 2026-03-30 0.08 share',
      'change-fail-rate pay 2026-04-06 NaN share',
      'deployment-frequency pay 2026-03-30 12 deployments',
      'deployment-frequency pay 2026-04-06 0 deployments',
    ]);
  });

  it('of events are counted by week, with real zeros between the first and the last', () => {
    const text =
      'Issue key,Status,Summary,Created,Project key\nP-1,Done,a,06/Apr/26 9:00 AM,PT\nP-2,Done,b,07/Apr/26 9:00 AM,PT\nP-3,To Do,c,20/Apr/26 9:00 AM,PT\n';
    expect(pointsOf(read(text))).toEqual([
      'own:Issues PT 2026-04-06 2 null',
      'own:Issues PT 2026-04-13 0 null',
      'own:Issues PT 2026-04-20 1 null',
    ]);
  });

  it('keep good and total events as a rate', () => {
    const outcome = read(
      'metric,service,week,value\nslo_good,a,2026-W14,999\nslo_total,a,2026-W14,1000\nslo_good,a,2026-W15,50\nslo_total,a,2026-W15,50\n',
    );
    expect(pointsOf(outcome)).toEqual([
      'slo-attainment a 2026-03-30 0.999 share',
      'slo-attainment a 2026-04-06 1 share',
    ]);
    expect([...(outcome.points?.denominators ?? [])]).toEqual([1000, 50]);
  });

  it('never come from a percent column that a spreadsheet damaged', () => {
    const { reading, points } = read(
      'date,Availability (%)\n2026-04-01,996.000\n2026-04-02,1.000.000\n2026-04-03,992.000\n',
    );
    expect(reading.warnings.map((warning) => warning.code)).toContain('percent-out-of-range');
    expect(points?.starts).toHaveLength(0);
  });
});

describe('names', () => {
  it('are cleaned, and likely aliases are said and never joined', () => {
    const { reading, points } = read(
      'service,date,deploys\ncheckout-api,2026-04-06,1\n checkout-api\u200b ,2026-04-07,2\ncheckout_api,2026-04-06,3\n',
    );
    expect(points?.series.map((series) => series.entity)).toEqual(['checkout-api', 'checkout_api']);
    expect(reading.warnings.map((warning) => warning.message)).toEqual([
      '“checkout-api” and “checkout_api” may be the same; they are kept apart.',
    ]);
  });

  it('of columns stay apart whatever they are', () => {
    const { reading } = read(
      'date,value,value,__proto__,,constructor\n2026-04-06,1,10,a,x,b\n2026-04-13,2,20,a,y,c\n',
    );
    expect(reading.columns.map((column) => column.name)).toEqual([
      'date',
      'value',
      'value (2)',
      '__proto__',
      'column 5',
      'constructor',
    ]);
    expect(reading.columns[2]?.sum).toBe(30);
  });

  it('of persons are not mapped', () => {
    const { reading } = read('date,author,commits\n2026-04-06,Ann,3\n2026-04-07,Bo,4\n');
    expect(reading.columns[1]?.role).toBe('ignored');
    expect(reading.series.map((series) => series.entity)).toEqual(['organization']);
  });
});

describe('a mapping that was chosen before', () => {
  it('is used for the same header in any order, and the reading says so', () => {
    const before = read('service,date,incidents\na,03/04/2026,2\n', { dateOrder: 'dmy' }).reading;
    const remembered = [{ signature: before.signature ?? '', settings: before.settings }];
    const { reading } = read('date,service,incidents\n05/06/2026,a,4\n', {}, { remembered });
    expect(reading.status).toBe('read');
    expect(reading.series[0]?.first?.period).toBe('2026-06-05');
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['remembered']);
  });
});
