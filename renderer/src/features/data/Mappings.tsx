import { saveText } from '#renderer/src/data/save-text.ts';
import { useAppend, useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { pickText } from '#renderer/src/hooks/pick-text.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { mappingText, parseMappingText } from '#shared/ipc/mapping-file.ts';
import { readSettings } from '#shared/ipc/read-settings.ts';
import styles from './DataPage.module.css';

/** Headers of a layout, for people, where no file in force has it. */
function headersOf(signature: string): string {
  return signature.split('\u001f').join(', ');
}

/** Saving a mapping as a file, bringing one, forgetting one. */
function useMappings() {
  const workspace = useWorkspace();
  const { mappings, snapshots } = useRegisters();
  const append = useAppend();
  const fileOf = (signature: string) =>
    snapshots.findLast((one) => one.signature === signature)?.file ?? headersOf(signature);
  const save = async (signature: string) => {
    const settings = readSettings.safeParse(mappings.get(signature));
    if (!settings.success) return notify('This mapping is of a newer Andon and cannot be saved here.');
    const file = fileOf(signature);
    const suggestedName = `mapping-${file
      .replace(/\.[^.]{1,5}$/, '')
      .replace(/[^\p{L}\p{N}.-]+/gu, '_')
      .slice(0, 80)}.json`;
    const text = mappingText({ signature, file, settings: settings.data });
    const said = await saveText(workspace, { suggestedName, text, kind: 'json' });
    if (said !== null) notify(said);
  };
  const bring = async () => {
    const text = await pickText('.json,application/json');
    if (text === null) return;
    const found = parseMappingText(text);
    if (!found.ok) return notify(found.failure);
    const { signature, settings, file } = found.value;
    append([{ stream: 'organization', type: 'mapping-remembered', data: { signature, settings } }]);
    notify(`Files like ${file} are read by this mapping from now on.`);
  };
  const forget = (signature: string) =>
    append([{ stream: 'organization', type: 'mapping-forgotten', data: { signature } }]);
  return { signatures: [...mappings.keys()], fileOf, save, bring, forget };
}

/** What is known about files with a certain header; the next one with it is read the same way. */
export function Mappings() {
  const { signatures, fileOf, save, bring, forget } = useMappings();
  return (
    <Section
      title="Remembered mappings"
      remark={signatures.length === 0 ? 'none yet' : String(signatures.length)}
    >
      <ul className={styles.files}>
        {signatures.map((signature) => {
          const file = fileOf(signature);
          return (
            <li key={signature}>
              <span className={styles.named}>
                files like <Name strong>{file}</Name>
              </span>
              <span className={styles.ways}>
                <Button
                  size="small"
                  label={`Save the mapping of files like ${file}`}
                  onPress={() => void save(signature)}
                >
                  Save
                </Button>
                <Button
                  size="small"
                  label={`Forget the mapping of files like ${file}`}
                  onPress={() => forget(signature)}
                >
                  Forget
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <div className={styles.actions}>
        <Button size="small" onPress={() => void bring()}>
          Bring a mapping
        </Button>
      </div>
    </Section>
  );
}
