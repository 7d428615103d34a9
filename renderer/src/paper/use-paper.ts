import { offerDownload } from '#renderer/src/data/copy.ts';
import { saveFile } from '#renderer/src/data/save-text.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { paperFont } from './paper-font.ts';
import { printInBrowser } from './print-in-browser.ts';

/** A whole HTML document, with the font that goes into it as base64 or without. */
export type MakePage = (font: string | null) => string;

/** Ways in which a page leaves the app; each says what became of it, and answers whether it left. */
export type Paper = {
  readonly pdf: (name: string, page: MakePage) => Promise<boolean>;
  readonly html: (name: string, page: MakePage) => Promise<boolean>;
  readonly text: (file: Input<'text:save'>) => Promise<boolean>;
};

/** A host that cannot print hands the page to the browser's own print. */
export function usePaper(): Paper {
  const workspace = useWorkspace();
  const text = async (file: Input<'text:save'>): Promise<boolean> => {
    const { saved, said } = await saveFile(workspace, file);
    if (said !== null) notify(said);
    return saved;
  };
  return {
    text,
    html: async (name, page) =>
      text({ suggestedName: `${name}.html`, text: page(await paperFont()), kind: 'html' }),
    pdf: async (name, page) => {
      const suggestedName = `${name}.pdf`;
      const html = page(await paperFont());
      const answer = await workspace.machine.request('readout:print', { html, suggestedName });
      if (!answer.ok && answer.failure.code === 'not-available') {
        printInBrowser(page(null));
        return true;
      }
      if (!answer.ok) {
        notify(answer.failure.message, { lasting: true });
        return false;
      }
      const made = answer.value;
      if (made.kind === 'pdf') {
        offerDownload(suggestedName, 'application/pdf', new Uint8Array(made.pdf));
        notify(`${suggestedName} is in your downloads.`);
      }
      if (made.kind === 'saved') notify(`Saved as ${made.name}.`);
      return made.kind !== 'cancelled';
    },
  };
}
