import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { agendaTemplateById } from '#shared/drive/agenda-templates.ts';
import { asAgenda } from '#shared/review/agenda-edits.ts';
import type { Review } from '#shared/review/review.ts';

/** Keeps an agenda as its template, so that the next reviews begin with it, contents of blocks included. */
export function useKeepTemplate({ template, slotMinutes, blocks }: Review): () => void {
  const append = useAppend();
  return () => {
    const named = agendaTemplateById(template ?? '');
    if (named === undefined) return notify('This agenda belongs to no template.');
    const content = { template: named.id, name: named.name, slotMinutes, blocks: asAgenda(blocks) };
    append([{ stream: 'organization', type: 'template-changed', data: content }]);
    notify(`The next reviews begin with this agenda (${named.name}).`);
  };
}
