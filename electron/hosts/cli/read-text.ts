import type { Reading } from '#shared/tabular/reading.ts';
import { remedies } from '#shared/tabular/reject-log.ts';

/** One reading as `read --json` gives it. */
export function readingAsJson(reading: Reading): object {
  const { preview: _, settings, questions, ...rest } = reading;
  return {
    ...rest,
    questions: questions.map((question) => ({
      ...question,
      choices: question.choices.map((choice) => choice.value),
      examples: question.choices.map((choice) => choice.example),
    })),
    settings,
  };
}

function columnLines(reading: Reading): readonly string[] {
  const width = Math.max(...reading.columns.map((column) => Math.min(column.name.length, 36)), 4);
  return reading.columns
    .filter((column) => column.role !== 'ignored')
    .map((column) => {
      const parts = [column.role, column.format, column.unit, column.metric, column.aggregation];
      const what = parts.filter((part) => part !== null).join(' · ');
      const counted = `${column.nonNull} filled, ${column.nulls} missing`;
      return `    ${column.name.slice(0, 36).padEnd(width)}  ${what} (${counted})`;
    });
}

/** One reading as text for people. */
export function readingAsText(reading: Reading): string {
  const lines = [`${reading.file}: ${reading.sentence}`];
  if (reading.status === 'refused') return `${lines[0]}\n`;
  for (const each of reading.evidence) {
    const because = each.because === '' ? '' : ` (${each.because})`;
    lines.push(`  ${each.setting}: ${each.value}${because}`);
  }
  lines.push('  columns:', ...columnLines(reading));
  const { excluded, rejectedReasons: groups } = reading.rows;
  for (const row of excluded) {
    const until = row.lastLine === undefined ? '' : `–${row.lastLine}`;
    lines.push(`  left out: line ${row.line}${until}, ${row.reason}`);
  }
  for (const group of groups.slice(0, 10)) lines.push(`  rejected: ${group}`);
  if (groups.length > 10) lines.push(`  rejected: ${groups.length - 10} more reasons`);
  const todo = remedies(reading.rows.rejectedGroups);
  if (todo.length > 0) lines.push(`  what to do: ${todo.join('; ')}`);
  for (const warning of reading.warnings) lines.push(`  note: ${warning.message}`);
  for (const question of reading.questions) {
    const key = question.column === null ? question.code : `${question.code}:${question.column}`;
    lines.push(`  question: ${question.why}`);
    for (const choice of question.choices)
      lines.push(`    --answer ${key}=${choice.value}   ${choice.example}`);
  }
  return `${lines.join('\n')}\n`;
}
