const TOTAL =
  /^(?:(?:grand|sub|overall|service|column|row|sous|team|gesamt|end)[\s-]?)?(?:totals?|subtotals?|gesamt|gesamtsumme|insgesamt|summe|zwischensumme|somme|totaux|totale|totaal|totalt|summa|razem|suma\s(?:całkowita|końcowa)|ogółem|łącznie|celkem|yhteensä|toplam|összesen|i\salt|合計|小計|総計|总计|합계)(?:\s(?:général|general|geral|generale))?(?:\s?\(.{0,20}\))?:?$/iu;
const EVERYTHING =
  /^(?:all|every|alle)\s(?:teams?|services?|projects?|repositories|repos|entities|rows|projekte)$/i;
/** Words that summarise as often as they name something (a service called media). */
const SUMMARY =
  /^(?:ø|∑|sum|suma|soma|average|averages|avg|mean|median|media|mediana|m[ée]diane?|promedio|m[ée]dia|moyenne|durchschnitt|mittelwert|medelv[äa]rde|genomsnitt|gemiddelde|gennemsnit|średnia|平均|最大|最小|min|max|minimum|maximum)(?:\s?\(.{0,20}\))?:?$/iu;

/** Whether a cell says that its row is a total. */
export function isTotalLabel(text: string): boolean {
  const plain = text.trim();
  return plain.length <= 40 && (TOTAL.test(plain) || EVERYTHING.test(plain));
}

/** Whether a cell is a word for a sum or a mean, which may name a thing as well. */
export function isSummaryWord(text: string): boolean {
  const plain = text.trim();
  return plain.length <= 40 && SUMMARY.test(plain);
}

const TOTAL_WORD =
  '(?:grand\\s)?(?:sub-?)?(?:totals?|totale|gesamt|summe|ergebnis|teilergebnis|somme|suma|summa|razem|合計|小計|小计|合计)';
const BEHIND = new RegExp(`^(.{1,60}?)[\\s:–-]{1,3}${TOTAL_WORD}$`, 'iu');
const BEFORE = new RegExp(`^${TOTAL_WORD}[\\s:–-]{1,3}(?:(?:for|of|für|de|di)\\s)?(.{1,60})$`, 'iu');

/** What a label adds up (`Payments Total` and `Total Payments` give Payments); null where it is no such label. */
export function totalOf(text: string): string | null {
  const plain = text.trim();
  return (BEHIND.exec(plain) ?? BEFORE.exec(plain))?.[1]?.trim() ?? null;
}

/** Whether a cell may say that its row is a total of any kind; all others are passed over without a closer look. */
export function speaksOfTotal(text: string): boolean {
  if (text.trim().length > 40) return false;
  return isTotalLabel(text) || isSummaryWord(text) || totalOf(text) !== null;
}
