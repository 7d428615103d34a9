import type { Taken } from '#shared/tabular/intake.ts';
import type { Warning } from '#shared/tabular/reading.ts';
import { groupSentence, remedies } from '#shared/tabular/reject-log.ts';
import type { Understood } from '#shared/tabular/understand.ts';

/** Bytes that Windows-1252 gives no character to: the text is in another encoding of single or double bytes. */
const NO_CHARACTER = /[\u0081\u008d\u008f\u0090\u009d]/;

function isInOtherEncoding(taken: Taken): boolean {
  if (taken.encoding !== 'windows-1252') return false;
  const { records } = taken;
  for (let record = 0; record < Math.min(records.count, 100); record += 1) {
    for (let field = 0; field < Math.min(records.width(record), 100); field += 1) {
      if (NO_CHARACTER.test(records.text(record, field))) return true;
    }
  }
  return false;
}

/** What is wrong with the text of the file as a whole, and what a person should know about its rows. */
export function fileWarnings(taken: Taken, understood: Understood): readonly Warning[] {
  const found: Warning[] = [];
  const { nuls } = taken.lexed;
  if (nuls > 0) found.push({ code: 'nul-bytes', message: `${nuls} zero bytes in the text were left out.` });
  if (taken.replaced > 0) {
    found.push({
      code: 'damaged-text',
      message: `${taken.replaced} damaged characters are shown as \ufffd.`,
    });
  }
  const { secondTable } = understood.parts;
  if (secondTable !== null) {
    const message = `A second table begins in line ${secondTable}; the first one is read. Save the second as a file of its own.`;
    found.push({ code: 'second-table', message });
  }
  if (isInOtherEncoding(taken)) {
    const message =
      'The text is neither UTF-8 nor Windows-1252 (perhaps Shift-JIS), so its names are wrong. Export it as UTF-8.';
    found.push({ code: 'other-encoding', message });
  } else if (taken.mixed) {
    const message = 'Some cells are UTF-8 and others Windows-1252; each was read as what it is.';
    found.push({ code: 'mixed-encodings', message });
  }
  if (understood.remembered) {
    found.push({
      code: 'remembered',
      message: 'Read with the mapping that was chosen for this header before.',
    });
  }
  const { rejected, rows } = understood.table;
  const bad = rejected.count;
  if (bad > 0 && bad > (bad + rows.length) * 0.2) {
    const groups = rejected.groups.slice(0, 3).map(groupSentence).join('; ');
    found.push({
      code: 'many-rejected',
      message: `${bad} of ${bad + rows.length} rows cannot be read: ${groups}. What to do: ${remedies(rejected.groups).join('; ')}.`,
    });
  }
  return found;
}
