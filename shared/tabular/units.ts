import { multiplierNamed } from '#shared/tabular/multipliers.ts';
/** What a unit measures. Values of one family can be turned into each other, those of two never. */
export type UnitFamily = 'time' | 'percent' | 'share' | 'money' | 'bytes' | 'count' | 'other';

/** `factor` turns a value into the family's base: seconds, percent, one of the currency, bytes, one. */
export type Unit = { readonly label: string; readonly family: UnitFamily; readonly factor: number };

function unit(label: string, family: UnitFamily, factor = 1): Unit {
  return { label, family, factor };
}

const DAY = 86_400;

const NAMED: readonly (readonly [Unit, string])[] = [
  [unit('ns', 'time', 1e-9), 'ns nanosecond nanoseconds'],
  [unit('µs', 'time', 1e-6), 'us µs μs microsecond microseconds'],
  [unit('ms', 'time', 1e-3), 'ms msec msecs millis millisecond milliseconds'],
  [
    unit('s', 'time'),
    's sec secs second seconds sek sekunden sekunde sekunder segundos secondes secondi sekund sn saniye сек секунд секунды 秒 秒钟 초',
  ],
  [
    unit('min', 'time', 60),
    'm min mins minute minutes minuten minutos minuti minuter minutter minut minuty minuuttia perc dk dakika мин минут минуты 分 分钟 分鐘 분',
  ],
  [
    unit('h', 'time', 3600),
    'h hr hrs hour hours std stunden stunde horas hora heures heure ore timmar tim timer godziny godzin godz uur uren hodin hodiny óra tuntia saat час часа часов часы 時間 小时 小時 시간',
  ],
  [
    unit('d', 'time', DAY),
    'd day days tag tage tagen dias días jours jour giorni dagar dage dagen dni dní nap päivää gün дн дней дня 日 天 일',
  ],
  [unit('wk', 'time', 7 * DAY), 'w wk wks week weeks woche wochen semaines semanas veckor 週'],
  [unit('%', 'percent'), '% percent pct percentage prozent pourcent porcentaje procent ％'],
  [unit('share', 'share'), 'ratio share fraction'],
  [unit('bytes', 'bytes'), 'b byte bytes'],
  [unit('KB', 'bytes', 1e3), 'kb'],
  [unit('MB', 'bytes', 1e6), 'mb'],
  [unit('GB', 'bytes', 1e9), 'gb'],
  [unit('TB', 'bytes', 1e12), 'tb'],
  [unit('KiB', 'bytes', 1024), 'kib'],
  [unit('MiB', 'bytes', 1024 ** 2), 'mib'],
  [unit('GiB', 'bytes', 1024 ** 3), 'gib'],
  [unit('count', 'count'), 'count counts'],
  [unit('tokens', 'other'), 'token tokens'],
  [unit('points', 'other'), 'pts points'],
  [unit('requests', 'other'), 'req requests'],
  [unit('per second', 'other'), '/s rps per_second'],
  [unit('per minute', 'other'), '/min rpm per_minute'],
  [unit('per hour', 'other'), '/h per_hour'],
  [unit('per day', 'other'), '/d per_day'],
  [unit('per week', 'other'), '/w per_week'],
];

const SYMBOLS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  r$: 'BRL',
  c$: 'CAD',
  ca$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  mx$: 'MXN',
  '￥': 'JPY',
  円: 'JPY',
  元: 'CNY',
  '₩': 'KRW',
  '₪': 'ILS',
  '₺': 'TRY',
  tl: 'TRY',
  '₽': 'RUB',
  руб: 'RUB',
  '₴': 'UAH',
  원: 'KRW',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  rs: 'INR',
  fr: 'CHF',
  sfr: 'CHF',
  // Three countries write kr; which of them a file does not say.
  kr: 'kr',
};

const CURRENCIES = new Set(
  'USD EUR GBP JPY INR BRL CAD AUD CHF SEK NOK DKK PLN CZK HUF NZD SGD HKD CNY KRW MXN ZAR ILS TRY RUB UAH RON BGN TWD THB AED SAR'.split(
    ' ',
  ),
);

const BY_NAME: ReadonlyMap<string, Unit> = new Map(
  NAMED.flatMap(([value, names]) => names.split(' ').map((name): [string, Unit] => [name, value])),
);

function currency(text: string): string | null {
  const symbol = SYMBOLS[text.toLowerCase().replace(/\.$/, '')];
  if (symbol !== undefined) return symbol;
  const code = text.toUpperCase();
  return CURRENCIES.has(code) ? code : null;
}

const SCALED_MONEY =
  /^(?:(k|m|b|tsd\.?|mio\.?|mln|mrd\.?|mld|md|bn|lakhs?|crores?|cr)\s?)?(\p{Sc}|[A-Za-z]{1,2}\$|zł|kč|円|元|원|руб\.?|tl|(?:ft|rs|fr|sfr|kr)\.?|[A-Za-z]{3})(?:\s?(k|m|b|mio\.?|bn))?$/iu;

/** Currency with an optional multiplier: `€`, `k€`, `USD`, `M$`. */
export function moneyNamed(text: string): Unit | null {
  const match = SCALED_MONEY.exec(text);
  const code = match === null ? null : currency(match[2] ?? '');
  if (match === null || code === null) return null;
  const word = match[1] ?? match[3];
  if (word === undefined) return unit(code, 'money');
  return unit(
    `${word.toLowerCase().startsWith('k') ? 'k' : word}${code}`,
    'money',
    multiplierNamed(word) ?? 1,
  );
}

/** Unit that a word or symbol stands for, in headers, unit columns and cells; null when it is none. */
export function unitNamed(text: string): Unit | null {
  const plain = text.trim();
  if (plain === '' || plain.length > 24) return null;
  // SEK is a currency, Sek. are seconds.
  if (CURRENCIES.has(plain)) return moneyNamed(plain);
  return (
    BY_NAME.get(
      plain
        .toLowerCase()
        .replace(/\.$/, '')
        .replace(/[\s-]+/g, '_'),
    ) ?? moneyNamed(plain)
  );
}

const BRACKETS = /[([{（【]([^)\]}）】]{1,24})[)\]}）】]/g;
const PER = /\bper\s(second|minute|hour|day|week)\b|\/(s|min|h|d)$/i;
const SUFFIX = /(?:^|[\s_\-.])([\p{L}µ%]{1,12})$/u;
const CAMEL = /[a-z](Ms|Seconds|Minutes|Hours|Days|Usd|Eur|Percent|Bytes|Tokens)$/;

const LEADING = /(?:^|[_\s])(seconds|minutes|hours|days|ms)[_\s](?:to|until|since|between|of)(?:$|[_\s])/i;

/** Words too short or too common to be a unit at the end of a header (`phase d`, `team m`). */
const NOT_SUFFIXES = new Set([
  'b',
  'fr',
  'ft',
  'rs',
  'kr',
  'sfr',
  'tim',
  'ore',
  'd',
  'w',
  'm',
  'h',
  'day',
  'week',
  'tag',
  'woche',
  'count',
  'ratio',
  'share',
  'second',
  'minute',
  'hour',
  's',
  'token',
  'req',
  'points',
  'requests',
]);

/** Timesheets give a length of time as a clock and again in decimal hours. */
const DECIMAL_HOURS =
  /\b(?:duration|time|dauer|zeit|temps|dur[ée]e|tiempo|duraci[óo]n|tempo|dura[çc][ãa]o|durata|tid|czas)\s?\((?:decimal|dezimal|d[ée]cimal|decimale|dziesiętn\w*)\)/iu;

const FUNCTION = /^[A-Za-z_]\w*\([^()]+\)$/;
const FIELD = /_([A-Za-z]{1,12})(?:,|$)/;

/** Unit at the end of a field's name inside a function of a query (`P95(duration_ms)`). */
function unitOfField(field: string): Unit | null {
  const word = FIELD.exec(field)?.[1] ?? '';
  return NOT_SUFFIXES.has(word.toLowerCase()) ? null : unitNamed(word);
}

/** Unit that a header declares: `p95 [ms]`, `Cost (k€)`, `lead_time_hours`, `Uptime %`, `Requests/s`; null when none. */
export function unitOfHeader(header: string): Unit | null {
  const name = header.trim();
  if (name === '') return null;
  for (const match of name.matchAll(BRACKETS)) {
    const inside = (match[1] ?? '').trim().replace(/^(?:in|en|em|i|w)\s+/i, '');
    const found = unitNamed(inside) ?? (FUNCTION.test(name) ? unitOfField(inside) : null);
    if (found !== null) return found;
  }
  if (DECIMAL_HOURS.test(name)) return unitNamed('h');
  const per = PER.exec(name);
  if (per !== null) return unitNamed(per[1] === undefined ? `/${per[2]}` : `per_${per[1]}`);
  if (name.endsWith('%') || name.startsWith('%')) return unitNamed('%');
  const leading = LEADING.exec(name)?.[1];
  if (leading !== undefined) return unitNamed(leading);
  const word = CAMEL.exec(name)?.[1] ?? SUFFIX.exec(name)?.[1];
  if (word === undefined || word === name || NOT_SUFFIXES.has(word.toLowerCase())) return null;
  return unitNamed(word);
}

/** How a header says that its clocks of two parts are written (`Ack time (mm:ss)`, `Duration [h:mm]`); null when it does not. */
export function clockOfHeader(header: string): 'h:mm' | 'm:ss' | null {
  if (/\bhh?:mm/i.test(header)) return 'h:mm';
  return /\bmm?:ss/i.test(header) ? 'm:ss' : null;
}

/** Header without the unit it declares, as a name. */
export function nameWithoutUnit(header: string): string {
  const name = header
    .replace(BRACKETS, (whole, inside: string) => (unitNamed(inside.trim()) === null ? whole : ' '))
    .replace(/\s+/g, ' ')
    .trim();
  const bare = name.replace(/\s?%$/, '').trim();
  return bare === '' ? header.trim() : bare;
}
