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

type Saved = {
  readonly saved: boolean /** A sentence about it, null when it was cancelled. */;
  readonly said: string | null;
};

/** Saves text where the user says, or as a download where the host has no dialog. */
export async function saveFile(
  { machine, hello, rehearsal }: Pick<Workspace, 'machine' | 'hello' | 'rehearsal'>,
  file: Input<'text:save'>,
): Promise<Saved> {
  if (hello.host === 'web' && rehearsal === null) {
    offerDownload(file.suggestedName, TYPES[file.kind], file.text);
    return { saved: true, said: `${file.suggestedName} is in your downloads.` };
  }
  const answer = await machine.request('text:save', file);
  if (!answer.ok) return { saved: false, said: answer.failure.message };
  return answer.value.kind === 'saved'
    ? { saved: true, said: `Saved as ${answer.value.name}.` }
    : { saved: false, said: null };
}

/** The same, where only what is said about it matters. */
export async function saveText(
  workspace: Pick<Workspace, 'machine' | 'hello' | 'rehearsal'>,
  file: Input<'text:save'>,
): Promise<string | null> {
  return (await saveFile(workspace, file)).said;
}
