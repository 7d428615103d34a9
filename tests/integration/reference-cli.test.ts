import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '#electron/hosts/cli/command.ts';
import { readExport } from '#electron/hosts/cli/read-series.ts';
import { signalsCommand } from '#electron/hosts/cli/signals.ts';
import { type Answer, DIFFERENT, type Reference, references } from '#tests/support/reference-answers.ts';
import { NELSON, WESTERN_ELECTRIC } from '#tests/support/reference-charts.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/signals/series');

type Arguments = readonly string[] | ((reference: Reference) => readonly string[]);

/** `--baseline` of the first points that the call names. */
function lockedBy({ call, answers }: Reference): readonly string[] {
  const n = /\[1:(\d+)\]|freeze=(\d+)/.exec(call);
  const first = Number(n?.[1] ?? n?.[2] ?? answers.baseline_n ?? 0);
  return first > 0 ? ['--baseline', `0..${first - 1}`] : [];
}

function partBy({ call }: Reference): readonly string[] {
  return ['--phases', /(?:part=|index )(\d+)/.exec(call)?.[1] ?? ''];
}

const SCREENED = ['--screen', 'yes'];
const PROBABILITY = ['--limits', 'probability'];
const NHS = ['--chart', 'xmr', '--rules', 'nhs', '--d2', 'wheeler'];
const GROUPED = ['--group', 'sample'];
const TRIAL = [...GROUPED, '--baseline', '0..24'];
const KNOWN = ['--level', '10', '--sigma', '1'];

/** Frozen limits and parts of qicharts2: a u chart, or single values whose ranges it screens. */
const byCall = (reference: Reference): readonly string[] =>
  /chart='u'/.test(reference.call) ? ['--chart', 'u'] : ['--chart', 'xmr', ...SCREENED];

/** How each kind of answer is asked for. */
const CALLS: Readonly<Record<string, Arguments>> = {
  'xmr-qcc': ['--chart', 'xmr'],
  'xmr-qcc-locked': (one) => ['--chart', 'xmr', ...lockedBy(one)],
  'xmr-qic-screened': ['--chart', 'xmr', ...SCREENED],
  'xmr-qic-freeze': (one) => ['--chart', 'xmr', ...SCREENED, ...lockedBy(one)],
  'i_m-powerbi': ['--chart', 'xmr', '--centre-line', 'median'],
  'nhs-screened': [...NHS, ...SCREENED],
  'nhs-unscreened': NHS,
  'nhs-fix12': [...NHS, ...SCREENED, '--baseline', '0..11'],
  'nhs-rebase': (one) => [...NHS, ...SCREENED, ...partBy(one)],
  'nhs-rebase-unscreened': (one) => [...NHS, ...partBy(one)],
  'mr-qic': ['--chart', 'mr'],
  'run-anhoej': ['--chart', 'run'],
  'p-qcc': ['--chart', 'p'],
  'p-qcc-locked': (one) => ['--chart', 'p', ...lockedBy(one)],
  'p-qcc-prob': ['--chart', 'p', ...PROBABILITY],
  'np-qcc': ['--chart', 'np'],
  'np-qcc-prob': ['--chart', 'np', ...PROBABILITY],
  'u-qcc': ['--chart', 'u'],
  'u-qcc-prob': ['--chart', 'u', ...PROBABILITY],
  'c-qcc': ['--chart', 'c'],
  'c-qcc-locked': (one) => ['--chart', 'c', ...lockedBy(one)],
  'c-qcc-prob': ['--chart', 'c', ...PROBABILITY],
  'pp-qic-unscreened': ['--chart', 'laney-p'],
  'pp-qic-screened': ['--chart', 'laney-p', ...SCREENED],
  'up-qic-unscreened': ['--chart', 'laney-u'],
  'up-qic-screened': ['--chart', 'laney-u', ...SCREENED],
  'ip-qic-unscreened': ['--chart', 'i-prime'],
  'ip-qic-screened': ['--chart', 'i-prime', ...SCREENED],
  'g-qic': ['--chart', 'g'],
  'g-qcc-prob': ['--chart', 'g', ...PROBABILITY],
  't-qic': ['--chart', 't'],
  'rephase-qic-part': (one) => [...byCall(one), ...partBy(one)],
  'freeze-at-event-qic': (one) => [...byCall(one), ...lockedBy(one)],
  'xbar-qcc': ['--chart', 'xbar', ...TRIAL],
  'xbar-qcc-UWAVE-SD': ['--chart', 'xbar', '--estimator', 'uwave-sd', ...TRIAL],
  'xbar-qcc-MVLUE-R': ['--chart', 'xbar', '--estimator', 'mvlue-r', ...TRIAL],
  'xbar-qcc-RMSDF': ['--chart', 'xbar', '--estimator', 'rmsdf', ...TRIAL],
  'xbar-qic': ['--chart', 'xbar', '--estimator', 'pooled', ...GROUPED],
  's-qcc': ['--chart', 's', ...TRIAL],
  's-qic': ['--chart', 's', '--estimator', 'pooled', ...GROUPED],
  'cusum-qcc': (one) => ['--chart', 'cusum', ...lockedBy(one)],
  'cusum-qcc-known': ['--chart', 'cusum', ...KNOWN],
  'ewma-qcc-0.1': (one) => ['--chart', 'ewma', '--weight', '0.1', ...lockedBy(one)],
  'ewma-qcc-0.2': (one) => ['--chart', 'ewma', ...lockedBy(one)],
  'ewma-qcc-0.4': (one) => ['--chart', 'ewma', '--weight', '0.4', ...lockedBy(one)],
  'xmr-on-seasonally-adjusted': ({ answers }) => [
    '--chart',
    'xmr',
    '--robust',
    'yes',
    '--season',
    String(answers.period),
  ],
  'ewma-qcc-known': ['--chart', 'ewma', '--weight', '0.1', '--width', '2.7', ...KNOWN],
};

type Point = {
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lowerSum?: number | null;
  readonly rules: readonly string[];
};

async function pointsOf(reference: Reference, rules: string): Promise<readonly Point[]> {
  const call = CALLS[reference.case] ?? [];
  const args = typeof call === 'function' ? call(reference) : call;
  const { i_column: single } = reference.answers;
  const rate = /^nhs-rebase/.test(reference.case) && reference.columns.denominators !== null ? 'y/n' : 'y';
  const column = /^(xmr|mr|run|nhs|i_m)-?/.test(reference.case) ? (single ?? rate) : 'y';
  let out = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: () => {},
    input: async () => new Uint8Array(),
    isWatched: false,
  };
  const file = path.join(folder, reference.answers.data);
  const own = args.includes('--rules') ? [] : ['--rules', rules];
  await signalsCommand(readExport).run([file, '--json', '--column', column, ...own, ...args], terminal);
  return JSON.parse(out).series[0].points;
}

const KEYS: Readonly<Record<string, 'centre' | 'lower' | 'upper' | 'value' | 'lowerSum'>> = {
  center: 'centre',
  cl: 'centre',
  mean: 'centre',
  lcl: 'lower',
  lpl: 'lower',
  ucl: 'upper',
  upl: 'upper',
  statistics: 'value',
  pos: 'value',
  neg: 'lowerSum',
};

function answerAt(answer: unknown, index: number): unknown {
  return Array.isArray(answer) ? answer[index] : answer;
}

function isClose(found: number | null | undefined, expected: unknown): boolean {
  if (typeof expected !== 'number') return found === null || found === undefined;
  if (found === null || found === undefined) return false;
  return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

function faultsOfNumbers({ expected, case: kind }: Reference, points: readonly Point[]): readonly string[] {
  return Object.entries(expected).flatMap(([key, answer]) => {
    const name = KEYS[key];
    // Answers by part name their phases; R calls the level of the process the centre of sums, averages and cases.
    if (name === undefined || (typeof answer === 'object' && !Array.isArray(answer))) return [];
    if (key === 'center' && /^(cusum|ewma|g)-/.test(kind)) return [];
    return points.flatMap((point, index) =>
      isClose(point[name], answerAt(answer, index))
        ? []
        : [`${key} of point ${index}: ${point[name]}, expected ${String(answerAt(answer, index))}`],
    );
  });
}

function marked(points: readonly Point[], rule: string): readonly number[] {
  return points.flatMap(({ rules }, index) => (rules.includes(rule) ? [index] : []));
}

function faultsOfRules(
  names: readonly string[],
  answer: unknown,
  points: readonly Point[],
  isVarying: boolean,
): readonly string[] {
  return Object.entries((answer ?? {}) as Answer).flatMap(([number, expected]) => {
    const rule = names[Number(number) - 1] ?? '';
    // Where samples are of unlike size R judges a window by the limits of its last point.
    if (isVarying && /^(two-of|four-of|within|beyond)/.test(rule)) return [];
    const found = JSON.stringify(marked(points, rule));
    return found === JSON.stringify(expected)
      ? []
      : [`${rule}: ${found}, expected ${JSON.stringify(expected)}`];
  });
}

const asked = references.filter(({ case: kind, title }) => kind in CALLS && !(title in DIFFERENT));

describe.skipIf(asked.length === 0)('the command line asked for the charts of the reference series', () => {
  it.each(asked)('$title', async (reference) => {
    const { expected, case: kind } = reference;
    const points = await pointsOf(reference, 'western-electric');
    const isVarying = /^(p|u)-qcc$/.test(kind);
    const faults = [
      ...faultsOfNumbers(reference, points),
      ...faultsOfRules(WESTERN_ELECTRIC, expected['western_electric'], points, isVarying),
    ];
    if (expected['nelson'] !== undefined) {
      const nelson = await pointsOf(reference, 'nelson');
      faults.push(...faultsOfRules(NELSON, expected['nelson'], nelson, isVarying));
    }
    if (Array.isArray(expected['flags'])) {
      const flags = points.flatMap(({ rules }, index) => (rules.length > 0 ? [index] : []));
      expect(flags).toEqual(expected['flags']);
    }
    if (Array.isArray(expected['outside']) && !kind.startsWith('ewma')) {
      expect(marked(points, 'outside-limits')).toEqual(expected['outside']);
    }
    expect(faults.slice(0, 3)).toEqual([]);
  });
});
