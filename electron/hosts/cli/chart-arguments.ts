import { Misuse } from '#electron/hosts/cli/command.ts';
import { CHART_KINDS, type ChartKind } from '#shared/signals/control-charts/control-chart.ts';
import type { ChartOptions } from '#shared/signals/control-charts/draw.ts';
import { RULE_SETS, type RuleSetName } from '#shared/signals/control-charts/pattern-rules.ts';
import { ESTIMATORS } from '#shared/signals/control-charts/samples.ts';
import { DEFAULT_PRESET, PRESET_IDS, PRESETS, type Preset } from '#shared/signals/engine/presets.ts';
import type { StlOptions } from '#shared/signals/season/stl.ts';

/** Arguments that force what is otherwise chosen. */
export const CHART_ARGUMENTS = {
  chart: { type: 'string' },
  rules: { type: 'string' },
  baseline: { type: 'string' },
  phases: { type: 'string' },
  event: { type: 'string' },
  sensitivity: { type: 'string' },
  limits: { type: 'string' },
  d2: { type: 'string' },
  screen: { type: 'string' },
  'centre-line': { type: 'string' },
  range: { type: 'string' },
  estimator: { type: 'string' },
  weight: { type: 'string' },
  width: { type: 'string' },
  shift: { type: 'string' },
  decision: { type: 'string' },
  level: { type: 'string' },
  sigma: { type: 'string' },
  season: { type: 'string' },
  robust: { type: 'string' },
} as const;

export const CHART_HELP = `--chart KIND          the textbook chart of this kind, its limits from all points or from --baseline:
                      xmr, mr, run, xbar, s, r, p, np, u, c, laney-p, laney-u, i-prime, g, t, ewma or cusum
--rules SET           wheeler (outside limits, run of 8, three of four), western-electric, nelson or nhs
--baseline FROM..TO   limits from these periods, or positions from 0, both included
--phases AT,...       a new phase at each of these periods, or positions from 0
--sensitivity NAME    how far is far enough for a signal: calm (of 100 stable series 14 have a false one in a year),
                      balanced (21) or alert (34)
--event AT            tells whether each series moved with what happened in this period, or at this position

What else may be chosen of a forced chart; left out, it is as R has it:
--limits KIND         p, np, u, c and g: sigma (three of them), or probability (0.135 % beyond either limit)
--d2 CONSTANT         xmr and i-prime: table (1.128), exact (2 / sqrt pi) or wheeler (limits at 2.66 mean ranges)
--screen yes|no       xmr, laney-p, laney-u, i-prime and t: leave out ranges beyond their own limit (yes for t)
--centre-line LEVEL   xmr: mean or median
--range LEVEL         xmr and mr: the mean of the moving ranges, or their median
--estimator NAME      xbar, s and r: uwave-r, uwave-sd, mvlue-r, mvlue-sd, rmsdf or pooled
--weight W            ewma: weight of the newest value, 0.2
--width L             ewma: limits in sigma of the average, 3
--shift D             cusum: the shift to find fastest, in sigma, 1
--decision H          cusum: a sum beyond it is a change, in sigma, 5
--level N --sigma N   ewma and cusum: level and standard deviation where they are known
--season POINTS       takes out what comes again every so many points (STL, periodic); --json shows the parts
--robust yes|no       whether outliers count for little in that, no`;

type Values = { readonly [Name in keyof typeof CHART_ARGUMENTS]?: string | undefined };

export type Forced = {
  readonly chart: ChartKind | null;
  readonly rules: RuleSetName;
  readonly baseline: readonly [string, string] | null;
  readonly phases: readonly string[];
  /** Period or position of something that happened. */
  readonly event: string | null;
  readonly preset: Preset;
  readonly options: ChartOptions;
  /** Points until the season comes round, where it is to be taken out. */
  readonly season: StlOptions | null;
};

function oneOf<Choice extends string>(
  name: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  const found = choices.find((choice) => choice === value);
  if (value !== undefined && found === undefined)
    throw new Misuse(`--${name} is one of ${choices.join(', ')}, not “${value}”`);
  return found;
}

function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number))
    throw new Misuse(`--${name} is a number, not “${value}”`);
  return number;
}

/** Without the names that nobody said anything of. */
function said<Options extends object>(
  options: Options,
): { [Name in keyof Options]?: NonNullable<Options[Name]> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Options]?: NonNullable<Options[Name]> };
}

function seasonOf({ season, robust }: Values): StlOptions | null {
  const period = numberOf('season', season);
  const isRobust = oneOf('robust', robust, ['yes', 'no']) === 'yes';
  if (period === undefined) return null;
  if (!Number.isInteger(period) || period < 2)
    throw new Misuse('--season is a whole number of points from 2 on');
  return { period, robust: isRobust };
}

function optionsOf(values: Values): ChartOptions {
  const screen = oneOf('screen', values.screen, ['yes', 'no']);
  return said({
    limits: oneOf('limits', values.limits, ['sigma', 'probability']),
    factor: oneOf('d2', values.d2, ['table', 'exact', 'wheeler']),
    screened: screen === undefined ? undefined : screen === 'yes',
    centreLine: oneOf('centre-line', values['centre-line'], ['mean', 'median']),
    range: oneOf('range', values.range, ['mean', 'median']),
    estimator: oneOf('estimator', values.estimator, ESTIMATORS),
    weight: numberOf('weight', values.weight),
    width: numberOf('width', values.width),
    shift: numberOf('shift', values.shift),
    decision: numberOf('decision', values.decision),
    centre: numberOf('level', values.level),
    sigma: numberOf('sigma', values.sigma),
  });
}

/** What the arguments force. An argument that names nothing known is misuse. */
export function forcedOf(values: Values): Forced {
  const { baseline, phases } = values;
  const chart = oneOf('chart', values.chart, CHART_KINDS) ?? null;
  const rules = oneOf('rules', values.rules, RULE_SETS) ?? 'wheeler';
  const [from, to, ...rest] = baseline?.split('..') ?? [];
  if (baseline !== undefined && (!from || !to || rest.length > 0)) {
    throw new Misuse('A baseline is written FROM..TO: --baseline 2026-01-05..2026-06-29 or 0..25');
  }
  const options = optionsOf(values);
  const season = seasonOf(values);
  // These two sets, and every choice of limits, describe a textbook chart; signals are decided without them.
  const isDescribed =
    rules === 'nelson' || rules === 'nhs' || Object.keys(options).length > 0 || season !== null;
  return {
    chart: chart ?? (isDescribed ? 'xmr' : null),
    rules,
    baseline: from && to ? [from, to] : null,
    phases: phases?.split(',').filter((at) => at !== '') ?? [],
    event: values.event ?? null,
    preset: PRESETS[oneOf('sensitivity', values.sensitivity, PRESET_IDS) ?? DEFAULT_PRESET.id],
    options,
    season,
  };
}
