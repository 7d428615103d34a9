/** English, German, French, Spanish, Portuguese and Italian month names by their first letters, without accents. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'january', 'januar', 'janvier', 'janv', 'enero', 'ene', 'janeiro', 'gennaio', 'gen', 'janner'],
    ['feb', 'february', 'februar', 'fevrier', 'fevr', 'fev', 'febrero', 'fevereiro', 'febbraio'],
    ['mar', 'march', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'marco'],
    ['apr', 'april', 'avril', 'avr', 'abril', 'abr', 'aprile'],
    ['may', 'mai', 'mayo', 'maio', 'maggio', 'mag'],
    ['jun', 'june', 'juni', 'juin', 'junio', 'junho', 'giugno', 'giu'],
    ['jul', 'july', 'juli', 'juillet', 'juil', 'julio', 'julho', 'luglio', 'lug'],
    ['aug', 'august', 'aout', 'agosto', 'ago'],
    ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setembro', 'set', 'settembre'],
    ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'outubro', 'out', 'ottobre', 'ott'],
    ['nov', 'november', 'novembre', 'noviembre', 'novembro'],
    ['dec', 'december', 'dez', 'dezember', 'decembre', 'diciembre', 'dic', 'dezembro', 'dicembre'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** Month from 1 that a name stands for (`Mar`, `März`, `oct.`), or null. */
export function monthNamed(name: string): number | null {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  return MONTHS.get(plain) ?? null;
}

/** Year of a two-digit year: 70 to 99 are of the last century. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}
