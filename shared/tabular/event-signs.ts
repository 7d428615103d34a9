import { has, identifiesRows, isMeasure, STATUS_WORDS } from '#shared/tabular/roles.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

const TEXT_WORDS =
  'title summary message description subject titre résumé titel zusammenfassung beschreibung betreff título resumen titolo descrizione rubrik sammanfattning tytuł podsumowanie opis başlık özet 件名 要約 タイトル 标题 摘要 제목 тема описание заголовок'.split(
    ' ',
  );
const LEDGER_WORDS =
  'amount cost costs quantity hours spent price spend usage tokens charge invoice betrag kosten stunden heures coût montant horas importe coste costo valor custo belopp timmar tid koszt kwota godziny コスト 時間 金額'.split(
    ' ',
  );

const BEGINNINGS =
  'created opened started start begin began reported triggered detected erstellt beginn début créé creado inicio criado início skapad utworzono otwarto oluşturuldu 作成日 開始'.split(
    ' ',
  );
const ENDINGS =
  'completed closed resolved finished end ended done due stopped erledigt gelöst ende fin résolu clos resuelto cerrado resolvido fechado löst stängd rozwiązano zamknięto çözüldü 完了日 終了'.split(
    ' ',
  );

/** Whether one date column says when something began and another when it ended, one of them not of every row or at a time of day. */
function hasLifecycle(columns: readonly TableColumn[], rows: number): boolean {
  const dates = columns.filter((column) => column.kind === 'date');
  const begins = dates.find((column) => has(column, ...BEGINNINGS));
  const ends = dates.find((column) => column !== begins && has(column, ...ENDINGS));
  if (begins === undefined || ends === undefined) return false;
  return ends.profile.filled < rows || ends.profile.instants > 0;
}

/** Whether rows are things that happened rather than amounts per period: by ids, states and moments. */
export function looksLikeEvents(columns: readonly TableColumn[], period: TableColumn, rows: number): boolean {
  let score = period.profile.instants + epochs(period) > period.profile.filled / 2 ? 1 : 0;
  if (hasLifecycle(columns, rows)) score += 1;
  if (columns.some((column) => column.kind !== 'date' && identifiesRows(column, rows))) score += 2;
  if (columns.some((column) => ['text', 'boolean'].includes(column.kind) && has(column, ...STATUS_WORDS)))
    score += 2;
  if (columns.some((column) => column.kind === 'text' && has(column, ...TEXT_WORDS))) score += 1;
  const measures = columns.filter(isMeasure);
  if (measures.some((column) => column.unit?.family === 'money')) score -= 4;
  else if (measures.some((column) => has(column, ...LEDGER_WORDS))) score -= 2;
  return score >= 3;
}

function epochs(column: TableColumn): number {
  const { s, ms, us, ns } = column.profile.epochs;
  return s + ms + us + ns;
}
