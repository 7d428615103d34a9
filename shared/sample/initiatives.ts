import { lines, record } from '#shared/sample/comma-separated.ts';
import { mondayOf, sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An initiative on record, and how much of its scope was done week by week. */
type SampleInitiative = {
  readonly id: string;
  readonly text: string;
  readonly tier: 1 | 2;
  readonly status: 'Blocked' | 'In Progress' | 'Done' | 'At Risk';
  readonly accountable: string;
  readonly created: string;
  readonly due: string;
  readonly labels: readonly [string, string];
  readonly scope: number;
  readonly firstWeek: number;
  readonly done: (week: number) => number;
};

/** Steps done when the scope is worked off evenly between two weeks. */
function evenly(scope: number, from: number, to: number): (week: number) => number {
  return (week) => Math.round(scope * Math.min(1, Math.max(0, (week - from) / (to - from))));
}

const INITIATIVES: readonly SampleInitiative[] = [
  {
    id: 'I-1',
    text: 'Event bus migration',
    tier: 1,
    status: 'Blocked',
    accountable: 'Ana Petrova',
    created: '17/Nov/25',
    due: '18/Dec/26',
    labels: ['platform', 'migration'],
    scope: 100,
    firstWeek: 0,
    done: (week) => sampleValue('initiative.I-1', week),
  },
  {
    id: 'I-2',
    text: 'Runbook for every service',
    tier: 2,
    status: 'In Progress',
    accountable: 'Priya Nair',
    created: '01/Jun/26',
    due: '29/Jan/27',
    labels: ['reliability', 'runbooks'],
    scope: 25,
    firstWeek: 28,
    done: evenly(21, 28, 51),
  },
  {
    id: 'I-3',
    text: 'Admin access with second factor',
    tier: 1,
    status: 'In Progress',
    accountable: 'Noor Rahman',
    created: '03/Aug/26',
    due: '26/Feb/27',
    labels: ['security', 'access'],
    scope: 10,
    firstWeek: 37,
    done: evenly(6, 37, 51),
  },
  {
    id: 'I-4',
    text: 'AI coding tools',
    tier: 1,
    status: 'Done',
    accountable: 'Ruth Adeyemi',
    created: '06/Jul/26',
    due: '30/Oct/26',
    labels: ['delivery', 'tools'],
    scope: 8,
    firstWeek: 33,
    done: evenly(8, 33, 49),
  },
  {
    id: 'I-5',
    text: 'End of an old language runtime',
    tier: 2,
    status: 'At Risk',
    accountable: 'Ben Haddad',
    created: '04/May/26',
    due: '31/Dec/26',
    labels: ['security', 'runtime'],
    scope: 40,
    firstWeek: 24,
    done: evenly(22, 24, 51),
  },
];

/** `9/Nov/26`, as Jira writes a day. */
function jiraDay(ms: number): string {
  const at = new Date(ms);
  return `${at.getUTCDate()}/${MONTHS[at.getUTCMonth()]}/${String(at.getUTCFullYear()).slice(2)}`;
}

/** The register of initiatives as a tracker exports it: a repeated column, days as 9/Nov/26. */
export function initiativeRegister(): string {
  const header = [
    'Summary',
    'Issue key',
    'Issue Type',
    'Status',
    'Project name',
    'Priority',
    'Assignee',
  ].concat(['Created', 'Due date', 'Labels', 'Labels']);
  const rows = INITIATIVES.map(({ id, text, tier, status, accountable, created, due, labels }) =>
    record([
      text,
      id,
      'Initiative',
      status,
      'Initiatives',
      `Tier ${tier}`,
      accountable,
      created,
      due,
      ...labels,
    ]),
  );
  return lines([record(header), ...rows]);
}

/** Scope done of scope by initiative and week, one value a row. */
export function initiativeProgress(): string {
  const rows = INITIATIVES.flatMap(({ id, scope, firstWeek, done }) =>
    WEEK_INDEXES.filter((week) => week >= firstWeek).map((week) => {
      const steps = done(week);
      return record([
        id,
        jiraDay(mondayOf(week)),
        `${Math.round((steps / scope) * 100)}%`,
        `${steps} of ${scope}`,
      ]);
    }),
  );
  return lines([record(['Initiative', 'Week', '% complete', 'Scope done']), ...rows]);
}
