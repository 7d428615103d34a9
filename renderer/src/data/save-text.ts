import type { Input } from '#shared/ipc/contract.ts';
import { offerDownload } from './copy.ts';
import type { Workspace } from './workspace.ts';

const TYPES: Readonly<Record<Input<'text:save'>['kind'], string>> = {
  markdown: 'text/markdown',
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
  calendar: 'text/calendar',
};

/** Saves text where the user says, or as a download where the host has no dialog. Answers a sentence, null when cancelled. */
export async function saveText(
  { machine, hello, rehearsal }: Pick<Workspace, 'machine' | 'hello' | 'rehearsal'>,
  file: Input<'text:save'>,
): Promise<string | null> {
  if (hello.host === 'web' && rehearsal === null) {
    offerDownload(file.suggestedName, TYPES[file.kind], file.text);
    return `${file.suggestedName} is in your downloads.`;
  }
  const answer = await machine.request('text:save', file);
  if (!answer.ok) return answer.failure.message;
  return answer.value.kind === 'saved' ? `Saved as ${answer.value.name}.` : null;
}
