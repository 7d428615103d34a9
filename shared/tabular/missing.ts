/** Spellings of "nothing is known", compared in lower case without white space at the ends. */
const TOKENS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '.',
  '..',
  'n/a',
  'na',
  'n.a.',
  'n. a.',
  'n.v.',
  'n. v.',
  'k.a.',
  'k. a.',
  'null',
  '(null)',
  '<null>',
  '\\n',
  'none',
  'nil',
  'nan',
  '(blank)',
  '(empty)',
  'tbd',
  'tba',
  'no data',
  'nodata',
  'missing',
  'unknown value',
  '_',
  '?',
  'undefined',
  'not available',
  'not applicable',
  'not measured',
  'keine angabe',
  'keine angaben',
  'keine daten',
  'nicht verfügbar',
  'nicht erfasst',
  'entfällt',
  'unbekannt',
  'n.b.',
  'aucun',
  'aucune',
  'aucune donnée',
  'non disponible',
  'non renseigné',
  'sans objet',
  'n.d.',
  'n/d',
  'sin datos',
  'sin dato',
  'no disponible',
  'no aplica',
  'sem dados',
  'não disponível',
  'não se aplica',
  'non disponibile',
  'nessun dato',
  'brak',
  'brak danych',
  'nie dotyczy',
  'saknas',
  'uppgift saknas',
  'ingen data',
  'ingen uppgift',
  'ej tillämpligt',
  'n.v.t.',
  'nvt',
  'geen',
  'geen gegevens',
  'onbekend',
  'ei tietoa',
  'なし',
  '無し',
  '不明',
  '未定',
  '未計測',
  '該当なし',
  'データなし',
  '无',
  '無',
  '暂无',
  '없음',
]);

const SHEET_ERRORS: ReadonlySet<string> = new Set([
  '#n/a',
  '#div/0!',
  '#ref!',
  '#value!',
  '#name?',
  '#num!',
  '#null!',
  '#error!',
  '#spill!',
  '#calc!',
]);

/** Words that tools write where an amount would stand; whether they are nothing or unknown is for a person to say. */
const NO_AMOUNT: ReadonlySet<string> = new Set(['included', 'free', 'no charge', 'n/c', 'waived']);

const LONGEST = 16;

export function isSheetError(text: string): boolean {
  return text.length <= LONGEST && text.charCodeAt(0) === 0x23 && SHEET_ERRORS.has(text.toLowerCase());
}

/** Whether a cell says that nothing is known. Missing is never zero. */
export function isMissing(text: string): boolean {
  if (text === '') return true;
  const code = text.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return false;
  const plain = text.trim();
  return plain.length <= LONGEST && (TOKENS.has(plain.toLowerCase()) || isSheetError(plain));
}

export function isNoAmount(text: string): boolean {
  return text.length <= LONGEST && NO_AMOUNT.has(text.trim().toLowerCase());
}
