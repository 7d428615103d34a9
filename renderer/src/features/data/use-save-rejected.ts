import type { ReadFile } from '#renderer/src/data/imports.ts';
import { saveText } from '#renderer/src/data/save-text.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import type { Mapping } from './use-mapping.ts';

/** Name under which the rejected rows of a file are saved: what file systems treat specially is replaced. */
function nameFor(file: string): string {
  const plain = file.replace(/\.[^.]{1,5}$/, '').replace(/[^\p{L}\p{N}.-]+/gu, '_');
  return `rejected-${plain}.csv`;
}

/** Saves the rejected rows as CSV with their lines and reasons, to be mended and dropped here again. */
export function useSaveRejected(read: ReadFile, mapping: Mapping): () => void {
  const workspace = useWorkspace();
  const save = async () => {
    const { token } = read.grant;
    const answer = await workspace.machine.request('export:rejects', { token, settings: mapping.settings });
    if (!answer.ok) return notify(answer.failure.message);
    const suggestedName = nameFor(read.reading.file);
    const said = await saveText(workspace, { suggestedName, text: answer.value.csv, kind: 'csv' });
    if (said !== null) notify(`${said} Mend the rows there and drop the file here again.`);
  };
  return () => void save();
}
