import {
  type ColumnKind,
  columnKind,
  columnUnit,
  dateOrder,
  decimalMark,
} from '#shared/tabular/column-kind.ts';
import type { ColumnName } from '#shared/tabular/column-names.ts';
import type { ColumnProfile } from '#shared/tabular/column-profile.ts';
import { fiscalYearOf } from '#shared/tabular/date-column.ts';
import type { MomentStyle } from '#shared/tabular/moment.ts';
import { presetUnit } from '#shared/tabular/presets.ts';
import type { ClockStyle } from '#shared/tabular/quantity.ts';
import type { ColumnSetting, DecimalMark, ReadSettings } from '#shared/tabular/reading.ts';
import { clockOfHeader, type Unit, unitNamed, unitOfHeader } from '#shared/tabular/units.ts';

/** One column with everything that was decided about its cells. */
export type TableColumn = ColumnName & {
  readonly index: number;
  readonly tokens: readonly string[];
  readonly profile: ColumnProfile;
  readonly kind: ColumnKind;
  readonly style: MomentStyle;
  readonly orderOpen: boolean;
  readonly orderBecause: string;
  /** Whether its periods name no year, or are of a fiscal year, and nobody has said which. */
  readonly yearOpen: boolean;
  readonly fiscalOpen: boolean;
  readonly mark: DecimalMark;
  readonly markOpen: boolean;
  readonly markBecause: string;
  readonly unit: Unit | null;
  /** Unit of numbers that have none in their cell, where it differs from the column's; else null. */
  readonly bareUnit: Unit | null;
  readonly unitBecause: string;
  /** Units that cannot be brought together, in the column's cells. */
  readonly mixedUnits: readonly string[];
  readonly clock: ClockStyle;
  /** True when a person or the header said what a bare number or a clock of two parts means. */
  readonly unitSettled: boolean;
  /** Number that Free and Included stand for; NaN where they are missing. */
  readonly noAmount: number;
  readonly setting: ColumnSetting | null;
};

/** Words of a header in lower case: `pr_mergedDate (UTC)` gives pr, merged, date, utc. */
export function headerTokens(header: string): readonly string[] {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((token) => token !== '');
}

/** What a person decided about a column: found by the name on the screen, or by header text and occurrence. */
export function settingFor(name: ColumnName, settings: ReadSettings): ColumnSetting | null {
  const chosen = settings.columns ?? [];
  const byHeader = chosen.find((each) => each.name === name.header && each.occurrence === name.occurrence);
  return byHeader ?? chosen.find((each) => each.name === name.name && each.occurrence === 1) ?? null;
}

function isClockUnit(unit: string | undefined): unit is ClockStyle {
  return unit === 'h:mm' || unit === 'm:ss';
}

/** What a person said of numbers without a unit, among cells that have theirs. */
function bareUnitOf(unit: Unit | null, setting: ColumnSetting | null): Unit | null {
  const said = setting?.unit === undefined ? null : unitNamed(setting.unit);
  return said === null || unit === null || said.label === unit.label ? null : said;
}

/** Whether a header that ends in `min` names the least beside one that names the most (`latency.min`, `latency.max`). */
function namesLeast(header: string, headers: readonly string[]): boolean {
  const key = header.toLowerCase();
  return /(?:^|[^\p{L}])min$/u.test(key) && headers.includes(key.replace(/min$/, 'max'));
}

/** Decides kind, date order, decimal mark and unit of every column, each from all of its cells. `year` is that of
 * periods without one, as long as nobody said it. */
export function tableColumns(
  names: readonly ColumnName[],
  profiles: readonly ColumnProfile[],
  settings: ReadSettings,
  year: number,
): readonly TableColumn[] {
  const headers = names.map((name) => name.header.toLowerCase());
  return names.map((name, index): TableColumn => {
    const profile = profiles[index] as ColumnProfile;
    const setting = settingFor(name, settings);
    const { kind, dates } = columnKind(profile, name.header, setting?.role);
    const order = dateOrder(profile, profiles, settings);
    const mark = decimalMark(profile, profiles, settings);
    const header = namesLeast(name.header, headers)
      ? null
      : (unitOfHeader(name.header) ?? unitOfHeader(name.upper));
    const preset = header === null ? presetUnit(name.header, headers) : null;
    const declared = header ?? preset?.unit ?? null;
    const unit = columnUnit(profile, declared, setting?.unit);
    return {
      ...name,
      index,
      tokens: headerTokens(name.header),
      profile,
      kind,
      style: {
        order: order.order,
        epoch: dates?.epoch ?? null,
        numbered: dates?.numbered ?? null,
        year: dates?.yearless === true ? (settings.year ?? year) : null,
        fiscal: dates?.fiscal === true ? fiscalYearOf(settings) : null,
      },
      orderOpen: order.open,
      orderBecause: order.because,
      yearOpen: dates?.yearless === true && settings.year === undefined,
      fiscalOpen: dates?.fiscal === true && settings.fiscalYear === undefined,
      mark: mark.mark,
      markOpen: mark.open,
      markBecause: mark.because,
      unit: unit.unit,
      bareUnit: bareUnitOf(unit.unit, setting),
      unitBecause: preset !== null && setting?.unit === undefined ? preset.because : unit.because,
      mixedUnits: unit.mixed,
      clock: isClockUnit(setting?.unit) ? setting.unit : (clockOfHeader(name.header) ?? 'h:mm'),
      unitSettled: setting?.unit !== undefined || declared !== null || clockOfHeader(name.header) !== null,
      noAmount: settings.noAmount === 'zero' ? 0 : Number.NaN,
      setting,
    };
  });
}
