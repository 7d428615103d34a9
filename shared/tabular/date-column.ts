import type { ColumnProfile } from '#shared/tabular/column-profile.ts';
import type { EpochScale, FiscalYear } from '#shared/tabular/moment.ts';
import { nameDays } from '#shared/tabular/periods.ts';
import type { ColumnRole, ReadSettings } from '#shared/tabular/reading.ts';

/** How a column of dates is to be taken, and what of it only a person can say. */
export type DateColumn = {
  readonly epoch: EpochScale | null;
  readonly numbered: 'week' | 'month' | null;
  /** Whether its periods name no year, or are of a fiscal year. */
  readonly yearless: boolean;
  readonly fiscal: boolean;
};

const PLAIN: DateColumn = { epoch: null, numbered: null, yearless: false, fiscal: false };

const NEARLY_ALL = 0.9;
const MOST = 0.5;

const EPOCH_NAME = /time|date|_at$|At$|^ts$|stamp|created|updated|start|end|when|since|until|epoch|due/i;
/** Names of identifiers, whose digits may be as many as those of a moment. */
const ID_NAME =
  /(?:^|[\s_.\-/])(?:id|ids|key|no|nr|number|uuid|guid|sha|hash|ref|phone|account|zip)$|[a-z]I[Dd]$|#$/i;
const VERSION_NAME = /\b(?:versions?|build|revision|firmware)\b(?!.*(?:date|time|\bat\b|\bon\b))/i;
const DAY_NAME =
  /(?:^|[^\p{L}])(?:date|datum|fecha)(?:$|[^\p{L}])|^(?:data|dato|day|tag|jour|dia|giorno|when)$|[a-z]Date$|_at$|[a-z]At$|日付/iu;
const WEEK_NAME =
  /(?:^|[^\p{L}])(?:week|weeks|wk|kw|cw|woche|kalenderwoche|semaine|sem|semana|settimana|vecka|uge|uke|tydzie[nń]|yearweek|isoweek)(?:$|[^\p{L}])|週/iu;
const MONTH_NAME =
  /(?:^|[^\p{L}])(?:month|monat|mois|mes|m[êe]s|mese|m[åa]nad|m[åa]ned|maand|miesi[ąa]c|yearmonth|yyyymm|period|periode|p[ée]riode|periodo|quarter|quartal|trimestre|kvartal|date|datum)(?:$|[^\p{L}])|月/iu;

/** Whether a column's name says that it holds weeks, months or quarters. */
export function namesPeriods(header: string): boolean {
  return WEEK_NAME.test(header) || MONTH_NAME.test(header);
}

function epochOf({ epochs, filled }: ColumnProfile): EpochScale | null {
  const { s, ms, us, ns } = epochs;
  const most = Math.max(s, ms, us, ns);
  if (most === 0 || most < filled * NEARLY_ALL) return null;
  return most === s ? 's' : most === ms ? 'ms' : most === us ? 'us' : 'ns';
}

function isYearless(profile: ColumnProfile, header: string): boolean {
  if (profile.yearless === 0 || profile.yearless < profile.filled * NEARLY_ALL) return false;
  return namesPeriods(header) || profile.distinct.size >= 3;
}

/** Whether all of a column's cells are numbers that spreadsheets may store dates as. */
export function holdsSheetDays(profile: ColumnProfile): boolean {
  return profile.sheetDays > 0 && profile.sheetDays === profile.filled;
}

/** How the cells of a column are dates; null when they are none. `role` is what a person made of the column. */
export function dateColumn(
  profile: ColumnProfile,
  header: string,
  role: ColumnRole | undefined,
): DateColumn | null {
  const epoch = epochOf(profile);
  const namesMoment = EPOCH_NAME.test(header) || (epoch !== 's' && !ID_NAME.test(header));
  if (epoch !== null && (namesMoment || role === 'period')) return { ...PLAIN, epoch };
  if (profile.orders.dmy + profile.orders.mdy + profile.orders.open === 0 && nameDays([...profile.distinct]))
    return { ...PLAIN, yearless: true };
  const open = profile.impossible + profile.fiscal + profile.yearless;
  const some = profile.dates > 0 || (profile.impossible > 0 && DAY_NAME.test(header));
  const dated = some && profile.dates + open >= profile.filled * MOST;
  if (dated && !(VERSION_NAME.test(header) && role !== 'period')) return PLAIN;
  if (profile.fiscal > 0 && profile.fiscal >= profile.filled * NEARLY_ALL) return { ...PLAIN, fiscal: true };
  if (isYearless(profile, header)) return { ...PLAIN, yearless: true };
  if (
    profile.numbered > 0 &&
    profile.numbered === profile.filled &&
    (namesPeriods(header) || role === 'period')
  ) {
    const weeks = WEEK_NAME.test(header) || profile.numberedAbove12 > 0;
    return { ...PLAIN, numbered: weeks ? 'week' : 'month' };
  }
  const sheetDays = holdsSheetDays(profile) && role !== 'value' && role !== 'dimension';
  return sheetDays && (DAY_NAME.test(header) || role === 'period') ? { ...PLAIN, epoch: 'sheet-days' } : null;
}

/** Calendar of fiscal years that a person chose (`04-ends`); the calendar year as long as nobody did. */
export function fiscalYearOf({ fiscalYear }: Pick<ReadSettings, 'fiscalYear'>): FiscalYear {
  if (fiscalYear === undefined) return { month: 1, namedByEnd: true };
  return { month: Number(fiscalYear.slice(0, 2)), namedByEnd: fiscalYear.endsWith('ends') };
}
