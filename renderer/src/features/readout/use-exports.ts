import { offerDownload } from '#renderer/src/data/copy.ts';
import { saveText } from '#renderer/src/data/save-text.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { toActionsCsv } from '#shared/readout/actions-csv.ts';
import { toDueDatesIcs } from '#shared/readout/due-dates-ics.ts';
import { toHtml } from '#shared/readout/html.ts';
import { toMarkdown } from '#shared/readout/markdown.ts';
import type { Readout } from '#shared/readout/readout.ts';
import { paperFont } from './paper-font.ts';
import { printInBrowser } from './print-in-browser.ts';

export type Exports = {
  readonly pdf: () => Promise<void>;
  readonly html: () => Promise<void>;
  readonly markdown: () => Promise<void>;
  readonly actions: () => Promise<void>;
  readonly dueDates: () => Promise<void>;
};

/** The ways in which a readout leaves the app. A host that cannot print hands the page to the browser's own print. */
export function useExports(readout: Readout): Exports {
  const workspace = useWorkspace();
  const name = `readout-${readout.header.date ?? readout.header.madeAt.slice(0, 10)}`;
  const save = async (file: Parameters<typeof saveText>[1]) => {
    const said = await saveText(workspace, file);
    if (said !== null) notify(said);
  };
  const pdf = async () => {
    const html = toHtml(readout, { font: await paperFont() });
    const answer = await workspace.machine.request('readout:print', { html, suggestedName: `${name}.pdf` });
    if (answer.ok && answer.value.kind === 'pdf') {
      offerDownload(`${name}.pdf`, 'application/pdf', new Uint8Array(answer.value.pdf));
      notify(`${name}.pdf is in your downloads.`);
    } else if (answer.ok && answer.value.kind === 'saved') notify(`Saved as ${answer.value.name}.`);
    else if (!answer.ok && answer.failure.code === 'not-available') printInBrowser(toHtml(readout));
    else if (!answer.ok) notify(answer.failure.message, { lasting: true });
  };
  return {
    pdf,
    html: async () =>
      save({
        suggestedName: `${name}.html`,
        text: toHtml(readout, { font: await paperFont() }),
        kind: 'html',
      }),
    markdown: () => save({ suggestedName: `${name}.md`, text: toMarkdown(readout), kind: 'markdown' }),
    actions: () =>
      save({ suggestedName: `${name}-commitments.csv`, text: toActionsCsv(readout), kind: 'csv' }),
    dueDates: () =>
      save({ suggestedName: `${name}-due-dates.ics`, text: toDueDatesIcs(readout), kind: 'calendar' }),
  };
}
