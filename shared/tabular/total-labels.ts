const TOTAL =
  /^(?:(?:grand|sub|overall|service|column|row)[\s-]?)?(?:totals?|subtotals?|gesamt|gesamtsumme|summe|zwischensumme|somme|totale|合計)(?:\s?\(.{0,20}\))?:?$/iu;
const EVERYTHING =
  /^(?:all|every|alle)\s(?:teams?|services?|projects?|repositories|repos|entities|rows|projekte)$/i;
/** Words that summarise as often as they name something (a service called media). */
const SUMMARY =
  /^(?:sum|suma|soma|average|avg|mean|median|media|m[ée]dia|moyenne|durchschnitt|mittelwert|平均)(?:\s?\(.{0,20}\))?:?$/iu;

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
