import { describe, expect, it } from 'vitest';
import { pointsOf, readText } from '#tests/support/read-text.ts';

const ROWS = [
  { date: '2026-04-01', service: 'search', deployments: 3 },
  { date: '2026-04-02', service: 'search', deployments: 5 },
];
const POINTS = ['deployment-frequency search 2026-04-01 3', 'deployment-frequency search 2026-04-02 5'];

describe('any list of objects', () => {
  it.each([
    ['a list', ROWS],
    ['an object with one list', { page: 1, items: ROWS }],
    ['a list deep inside', { response: { meta: { total: 2 }, results: ROWS } }],
    ['one object on each line', ROWS.map((row) => JSON.stringify(row)).join('\n')],
    ['lists one after the other', ROWS.map((row) => JSON.stringify([row])).join('\n')],
    ['pages one after the other', ROWS.map((row) => JSON.stringify({ items: [row], more: true })).join('\n')],
    ['pages in a list', [[ROWS[0]], [ROWS[1]]]],
    [
      'hits of a search',
      { took: 3, hits: { total: 2, hits: ROWS.map((row) => ({ _id: 'x', _source: row })) } },
    ],
    ['nodes of a graph', { data: { deploys: { edges: ROWS.map((node) => ({ node })) } } }],
    [
      'columns and rows',
      {
        columns: [{ name: 'date' }, { name: 'service' }, { name: 'deployments' }],
        rows: ROWS.map(Object.values),
      },
    ],
    ['lists under their own first row', [Object.keys(ROWS[0] ?? {}), ...ROWS.map(Object.values)]],
  ])('is read from %s', (_, content) => {
    const outcome = readText('export.json', content);
    expect(outcome.reading).toMatchObject({ status: 'read', header: [], delimiter: null, rows: { data: 2 } });
    expect(pointsOf(outcome)).toEqual(POINTS);
  });

  it('names nested values by their path, in order of first appearance', () => {
    const { reading } = readText('e.json', [
      { a: 1, n: { x: { y: 2 } } },
      { b: 3, a: 4 },
    ]);
    expect(reading.columns.map((column) => column.name)).toEqual(['a', 'n.x.y', 'b']);
  });

  it('knows an incident by its nested priority, also where another one has none', () => {
    const incident = (id: number, priority: unknown) => ({
      incident_number: id,
      created_at: `2026-03-0${id}T10:00:00Z`,
      priority,
      service: { id: 'S1', summary: 'Search' },
    });
    const outcome = readText('i.json', {
      incidents: [incident(2, null), incident(3, { id: 'x', summary: 'P1' })],
    });
    expect(outcome.reading.columns.map((column) => column.name)).not.toContain('priority');
    expect(pointsOf(outcome)).toContain('sev01-incidents Search 2026-03-02 1');
  });

  it('counts lists of codes and names lists of names', () => {
    const rows = [
      {
        time_created: '2026-04-01T10:00:00Z',
        deploy_id: 'd1',
        changes: ['a1', 'b2'],
        labels: ['tier-1', 'web'],
      },
      { time_created: '2026-04-02T10:00:00Z', deploy_id: 'd2', changes: [], labels: [] },
    ];
    const { reading } = readText('deployments.json', rows);
    expect(reading.columns.find((column) => column.name === 'changes')).toMatchObject({ nonNull: 2, sum: 2 });
    expect(reading.preview[1]?.cells).toContain('tier-1, web');
  });

  it('dates rows without a date by the object around them', () => {
    const outcome = readText('e.json', { generated_at: 1774224000, teams: [{ team: 'a', backlog: 4 }] });
    expect(pointsOf(outcome)).toEqual(['own:backlog a 2026-03-23 4']);
  });

  it('numbers the rows of a file without line breaks, so that each can be pointed at', () => {
    const { reading } = readText(
      'e.json',
      JSON.stringify([...ROWS, { date: '2026-02-31', service: 's', deployments: 1 }]),
    );
    expect(reading.rows.rejected).toMatchObject([{ line: 3, code: 'impossible-date' }]);
  });

  it('takes the metric of a bare value from the name of the file and says so', () => {
    const { reading } = readText('gitlab-lead_time_for_changes.json', [{ date: '2026-04-01', value: 90 }]);
    expect(reading.warnings.map((warning) => warning.code)).toContain('metric-of-file-name');
    expect(reading.questions.map((question) => question.code)).toContain('unit');
    expect(reading.series[0]?.metric).toBe('change-lead-time');
  });

  it('says which lists it left unread', () => {
    const { reading } = readText('e.json', {
      incidents: [{ id: 1, created_at: '2026-04-01' }],
      components: [{ id: 2 }],
    });
    expect(reading.warnings.find((warning) => warning.code === 'other-lists')?.message).toContain(
      'components',
    );
  });

  it('says that a key stands twice', () => {
    const { reading } = readText('e.json', '[{"date":"2026-04-01","count":1,"count":2}]');
    expect(reading.warnings.find((warning) => warning.code === 'repeated-keys')?.message).toContain(
      '“count”',
    );
    expect(reading.columns[1]?.sum).toBe(2);
  });

  it('keeps a total among objects: a name is no note', () => {
    const { reading } = readText('e.json', [
      ...ROWS,
      { date: '2026-04-03', service: 'Total', deployments: 1 },
    ]);
    expect(reading.rows).toMatchObject({ data: 3, excluded: [] });
  });

  it('reports an empty list as 0 rows', () => {
    const { reading } = readText('e.json', { incidents: [] });
    expect(reading).toMatchObject({ status: 'read', rows: { data: 0 } });
    expect(reading.sentence).toBe(
      '0 data rows: incidents is empty. Nothing changes; choose a time in which something happened.',
    );
  });

  it('rejects a broken line with its number and reads the others', () => {
    const lines = `${ROWS.map((row) => JSON.stringify(row)).join('\n')}\n{"date": oops}\n`;
    const { reading } = readText('e.jsonl', lines);
    expect(reading).toMatchObject({
      type: 'ndjson',
      rows: { data: 2, rejected: [{ line: 3, code: 'bad-text' }] },
    });
  });

  it('reads rows whose keys are hostile', () => {
    const { reading } = readText('e.json', '[{"date":"2026-04-01","__proto__":5,"constructor":"x"}]');
    expect(reading.columns.map((column) => column.name)).toEqual(['date', '__proto__', 'constructor']);
    expect(reading.columns[1]?.sum).toBe(5);
  });
});

describe('what is no export', () => {
  it.each([
    ['a cut file', '{"data":[{"date":"2026-04-01","va', /ends in the middle, at character 33/],
    ['a broken one', '[{"a":1},\n {"a":,}]', /error in line 2 \(character 17\)/],
    ['a very deep one', `[{"a":${'['.repeat(100_000)}`, /more than 1,000 levels deep/],
    ['an error answer', { message: 'Not Found', documentation_url: 'x' }, /error answer.*Not Found/],
    ['an error of a query', { status: 'error', errorType: 'bad_data', error: 'parse error' }, /parse error/],
    ['an error in capitals', { __type: 'AccessDenied', Message: 'not authorized' }, /not authorized/],
    ['errors of a graph', { data: null, errors: [{ message: 'Bad credentials' }] }, /Bad credentials/],
    ['a list of numbers', [1, 2, 3], /no list of rows/],
  ])('%s is refused with one sentence', (_, content, sentence) => {
    const { reading, points } = readText('e.json', content);
    expect(reading.status).toBe('refused');
    expect(reading.sentence).toMatch(sentence);
    expect(points).toBeNull();
  });
});
