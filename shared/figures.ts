/** A no-break space: a number and its unit never part at the end of a line. */
const NBSP = '\u00a0';
const MINUS = '\u2212';

export type FigureOptions = {
  /** BCP 47 tag of the reader's number marks; `en-GB` unless given. */
  readonly locale?: string;
  /** Writes in the unit and scale that suit this value, so that figures of one sentence can be compared. */
  readonly like?: number;
  /** Decimals beyond the usual ones, for two figures that would read the same. */
  readonly extra?: number;
};

type Scaled = {
  readonly value: number;
  readonly decimals: number;
  readonly prefix: string;
  readonly suffix: string;
};

const formats = new Map<string, Intl.NumberFormat>();

/** Number formats are costly to make and a wall of charts needs thousands of figures. */
function numberFormat(locale: string, most: number, least: number): Intl.NumberFormat {
  const key = `${locale} ${most} ${least}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: most, minimumFractionDigits: least });
  formats.set(key, made);
  return made;
}

/** Usual decimals: about two significant digits under ten, whole numbers above. */
function usualDecimals(size: number): number {
  if (size === 0 || size >= 10) return 0;
  if (size >= 1) return 1;
  return Math.min(6, 1 - Math.floor(Math.log10(size)));
}

function plain(value: number, like: number, suffix: string): Scaled {
  const size = Math.abs(like);
  const decimals = Math.min(usualDecimals(Math.abs(value)), usualDecimals(size) + 1);
  if (size >= 1e9) return { value: value / 1e9, decimals: 2, prefix: '', suffix: `${NBSP}G${suffix}` };
  if (size >= 1e6) return { value: value / 1e6, decimals: 2, prefix: '', suffix: `${NBSP}M${suffix}` };
  if (size >= 1e5) return { value: value / 1e3, decimals: 0, prefix: '', suffix: `${NBSP}k${suffix}` };
  return { value, decimals, prefix: '', suffix };
}

/** Percentages near 100 show what is missing from it: 97.3, 99.92, 99.996. */
function percent(value: number, like: number): Scaled {
  const missing = Math.abs(100 - like);
  const near = like > 90 && like < 110 && missing > 0;
  const decimals = near
    ? Math.min(4, Math.max(missing < 1 ? 2 : 1, -Math.floor(Math.log10(missing))))
    : Math.min(usualDecimals(Math.abs(value)), usualDecimals(Math.abs(like)) + 1);
  return { value, decimals, prefix: '', suffix: `${NBSP}%` };
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3600, days: 86_400 };
const CEILING: readonly (readonly [number, string])[] = [
  [1, 'ms'],
  [120, 's'],
  [7200, 'min'],
  [432_000, 'h'],
];

/** Half a minute stays seconds, 0.75 h is 45 min, 46 h stays hours, 130 h is 5.4 days; zero keeps its unit. */
function duration(value: number, like: number, unit: string): Scaled {
  const from = SECONDS[unit] ?? 1;
  const seconds = Math.abs(like) * from;
  const keepHours = unit === 'h' && seconds >= 3600 && seconds < 432_000;
  const keepDays = unit === 'days' && seconds >= 86_400;
  const target =
    like === 0 || keepHours || keepDays ? unit : (CEILING.find(([under]) => seconds < under)?.[1] ?? 'days');
  const factor = from / (SECONDS[target] ?? 1);
  const word = target === 'days' && value * factor === 1 ? 'day' : target;
  return plain(value * factor, like * factor, `${NBSP}${word}`);
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** The sign of the currency as the locale writes it ("$", "€", "£"). */
function currencySign(code: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? code;
}

function money(value: number, like: number, prefix: string): Scaled {
  const size = Math.abs(like);
  if (size >= 1e6) return { value: value / 1e6, decimals: 2, prefix, suffix: `${NBSP}M` };
  if (size >= 1e4) return { value: value / 1e3, decimals: 1, prefix, suffix: `${NBSP}k` };
  return { value, decimals: size < 100 && size > 0 ? 2 : 0, prefix, suffix: '' };
}

/** What follows the number: "a week", "per on-call week", "findings" (one "finding"). */
function suffixOf(unit: string, value: number): string {
  const slash = unit.indexOf('/');
  if (slash > 0) {
    const per = unit.slice(slash + 1);
    return per.includes(' ') ? `${NBSP}per ${per}` : `${NBSP}a${NBSP}${per}`;
  }
  const one = value === 1 && unit.endsWith('s') && !unit.includes(' ');
  return `${NBSP}${one ? unit.slice(0, -1) : unit}`;
}

function scale(value: number, unit: string | null, options: FigureOptions): Scaled {
  const like = options.like ?? value;
  if (unit === null || unit === '' || unit === 'money') return plain(value, like, '');
  if (unit === 'share') return percent(value * 100, like * 100);
  if (unit === '%') return percent(value, like);
  if (unit in SECONDS) return duration(value, like, unit);
  const [base = '', per] = unit.split('/');
  if (CURRENCIES.has(base)) {
    const amount = money(value, like, currencySign(base, options.locale ?? 'en-GB'));
    return per === undefined ? amount : { ...amount, suffix: `${amount.suffix}${NBSP}a${NBSP}${per}` };
  }
  if (SECONDS[base] !== undefined && per !== undefined) {
    const amount = duration(value, like, base);
    return { ...amount, suffix: `${amount.suffix}${NBSP}a${NBSP}${per}` };
  }
  if (base === 'money') return plain(value, like, `${NBSP}a${NBSP}${per}`);
  return plain(value, like, suffixOf(unit, value));
}

/**
 * A number with its unit as people read it: `46 h`, `99.92 %`, `$1.24 M`, `−3.2 days`, `25 per on-call week`.
 *
 * `share` is 0..1 and shown in per cent; a currency code is a currency. A value that is missing is "no value".
 */
export function formatFigure(value: number | null, unit: string | null, options: FigureOptions = {}): string {
  if (value === null || !Number.isFinite(value)) return 'no value';
  const scaled = scale(value, unit, options);
  const decimals = Math.min(12, scaled.decimals + (options.extra ?? 0));
  const least = Number.isInteger(scaled.value) ? 0 : decimals;
  const written = numberFormat(options.locale ?? 'en-GB', decimals, least).format(Math.abs(scaled.value));
  const digits = /[1-9]/.test(written) ? written : '0';
  return `${scaled.value < 0 && digits !== '0' ? MINUS : ''}${scaled.prefix}${digits}${scaled.suffix}`;
}

/** Two figures in one scale, with as many decimals as it takes to tell them apart. */
export function formatPair(
  first: number,
  second: number,
  unit: string | null,
  options: FigureOptions = {},
): readonly [string, string] {
  const larger = Math.abs(first) > Math.abs(second) ? first : second;
  const like = options.like ?? (Number.isFinite(larger) ? larger : 0);
  for (let extra = options.extra ?? 0; extra < 6; extra++) {
    const a = formatFigure(first, unit, { ...options, like, extra });
    const b = formatFigure(second, unit, { ...options, like, extra });
    if (a !== b || first === second) return [a, b];
  }
  return [formatFigure(first, unit, options), formatFigure(second, unit, options)];
}

/** Two figures as a span, the unit once: `13 to 32 h`. */
export function formatSpan(
  lower: number,
  upper: number,
  unit: string | null,
  options: FigureOptions = {},
): string {
  const [low, high] = formatPair(lower, upper, unit, options);
  const ending = /[^\d]*$/;
  const shared = /^[\d\u2212]/.test(low) && ending.exec(low)?.[0] === ending.exec(high)?.[0];
  return `${shared ? low.replace(ending, '') : low} to ${high}`;
}

/** A unit that is longer than this is left to the name beside the figure. */
const SHORT_UNIT = 4;

/** The figure where the metric's name stands beside it: `52 h`, `99.27 %`, and `25` for 25 pages per on-call week. */
export function formatShort(value: number, unit: string | null): string {
  const [figure = '', ...words] = formatFigure(value, unit).split('\u00a0');
  const suffix = words.join(' ');
  return suffix === '' || suffix.length > SHORT_UNIT ? figure : `${figure}\u00a0${suffix}`;
}
