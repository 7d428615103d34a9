import { usePaper } from '#renderer/src/paper/use-paper.ts';
import { toActionsCsv } from '#shared/readout/actions-csv.ts';
import { toDueDatesIcs } from '#shared/readout/due-dates-ics.ts';
import { toHtml } from '#shared/readout/html.ts';
import { toMarkdown } from '#shared/readout/markdown.ts';
import type { Readout } from '#shared/readout/readout.ts';

export type Exports = Readonly<
  Record<'pdf' | 'html' | 'markdown' | 'actions' | 'dueDates', () => Promise<boolean>>
>;

/** The ways in which a readout leaves the app. */
export function useExports(readout: Readout): Exports {
  const paper = usePaper();
  const name = `readout-${readout.header.date ?? readout.header.madeAt.slice(0, 10)}`;
  const page = (font: string | null) => toHtml(readout, { font });
  const { text } = paper;
  return {
    pdf: () => paper.pdf(name, page),
    html: () => paper.html(name, page),
    markdown: () => text({ suggestedName: `${name}.md`, text: toMarkdown(readout), kind: 'markdown' }),
    actions: () =>
      text({ suggestedName: `${name}-commitments.csv`, text: toActionsCsv(readout), kind: 'csv' }),
    dueDates: () =>
      text({ suggestedName: `${name}-due-dates.ics`, text: toDueDatesIcs(readout), kind: 'calendar' }),
  };
}
