/** Month names of the languages that exports are written in, and their short forms, without accents. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar janvier janv enero ene janeiro gennaio gen janner januari styczen stycznia sty leden ledna tammikuu ocak',
    'feb february februar fevrier fevr fev febrero fevereiro febbraio februari luty lutego lut unor unora helmikuu subat',
    'mar march marz maerz mrz mars marzo marco marts maart mrt marzec marca brezen brezna maaliskuu mart',
    'apr april avril avr abril abr aprile kwiecien kwietnia kwi duben dubna huhtikuu nisan',
    'may mai mayo maio maggio mag maj maja mei kveten kvetna toukokuu mayis',
    'jun june juni juin junio junho giugno giu czerwiec czerwca cze cerven cervna kesakuu haziran',
    'jul july juli juillet juil julio julho luglio lug lipiec lipca lip cervenec cervence heinakuu temmuz',
    'aug august aout agosto ago augusti augustus sierpien sierpnia sie srpen srpna elokuu agustos',
    'sep sept september septembre septiembre setembro set settembre wrzesien wrzesnia wrz zari syyskuu eylul',
    'oct october okt oktober octobre octubre outubro out ottobre ott pazdziernik pazdziernika paz rijen rijna lokakuu ekim',
    'nov november novembre noviembre novembro listopad listopada lis listopadu marraskuu kasim',
    'dec december dez dezember decembre diciembre dic dezembro dicembre desember des grudzien grudnia gru prosinec prosince joulukuu aralik',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

const WEEKDAYS: ReadonlySet<string> = new Set(
  [
    'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
    'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
    'lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche',
    'mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo',
    'seg ter qua qui sex segunda terca quarta quinta sexta',
    'gio lunedi martedi mercoledi giovedi venerdi domenica',
    'ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'man tis tir ons tor tors fre lor son mandag tisdag tirsdag onsdag torsdag fredag lordag sondag',
    'pon wt sr czw pt sob ndz niedz poniedzialek wtorek sroda czwartek piatek sobota niedziela',
    '月 火 水 木 金 土 日 월 화 수 목 금 토 일',
  ].flatMap((names) => names.split(' ')),
);

/** Lower case without accents and full stops: `Févr.` is fevr, `MÄR` is mar. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i');
}

/** Month from 1 that a name stands for (`Mar`, `März`, `oct.`, `stycznia`), or null. */
export function monthNamed(name: string): number | null {
  return MONTHS.get(plainName(name)) ?? null;
}

const BEFORE = /^(\p{L}{1,13})(?:-feira)?\.?(?:,\s{0,2}|\s{1,2})/u;
const AFTER = /(?:,?\s{1,2}|\s{0,2}\()(\p{L}{1,13})\.?\)?$/u;

/** A date without the weekday that stands before or behind it (`Mo, 30.03.2026`, `2026/03/30(月)`). */
export function withoutWeekday(text: string): string {
  const before = BEFORE.exec(text);
  if (before !== null && WEEKDAYS.has(plainName(before[1] ?? ''))) return text.slice(before[0].length);
  const after = AFTER.exec(text);
  return after !== null && WEEKDAYS.has(plainName(after[1] ?? '')) ? text.slice(0, after.index) : text;
}

/** Year of a two-digit year: 70 to 99 are of the last century. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}
