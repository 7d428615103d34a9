import { escapeMarkdown } from './escape-markdown.ts';
import type { PreRead } from './pre-read.ts';
import { counted, longDay } from './wording.ts';

function listOf(lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [none] : lines.map((line) => `- ${escapeMarkdown(line)}`);
}

function dimensionLines({ dimensions }: PreRead): readonly string[] {
  return dimensions.flatMap(({ name, read, anomalies }) => [
    `### ${name}`,
    '',
    escapeMarkdown(read.sentence),
    '',
    ...anomalies.map(
      ({ place, anomaly, because }) =>
        `- ${place}: ${escapeMarkdown(anomaly.sentence)} (${escapeMarkdown(because)})`,
    ),
    ...(anomalies.length === 0 ? [] : ['']),
  ]);
}

/** The pre-read as Markdown, for wherever the team reads. */
export function preReadMarkdown(preRead: PreRead): string {
  const { organization, locale, date, time, asOf, series, slotMinutes, gaps, judged } = preRead;
  const when = date === null ? '' : longDay(date, locale);
  const ready =
    gaps.length === 0 ? 'Everything is ready.' : `${judged - gaps.length} of ${judged} are ready.`;
  return [
    `# ${escapeMarkdown(organization)}: review of ${when}${time === null ? '' : `, ${time}`}`,
    '',
    `Data as of ${longDay(asOf, locale)}. ${counted(series, 'series was', 'series were')} looked at; what left its routine is listed below, in the order of the walk.`,
    '',
    '## Readiness',
    '',
    ready,
    '',
    ...gaps.map((gap) => `- ${escapeMarkdown(gap)}`),
    ...(gaps.length === 0 ? [] : ['']),
    '## Where we stand',
    '',
    ...dimensionLines(preRead),
    '## What we promised',
    '',
    ...listOf(preRead.commitments, 'Nothing falls due.'),
    '',
    '## Coming up',
    '',
    ...listOf(preRead.changes, 'No change is announced.'),
    '',
    `## Agenda, ${slotMinutes} minutes`,
    '',
    ...preRead.agenda.flatMap((block) => [
      `- ${escapeMarkdown(block.name)}, ${block.minutes} min`,
      ...block.shows.map((line) => `  - ${escapeMarkdown(line)}`),
    ]),
    '',
  ].join('\n');
}
