import { useRef } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { saveText } from '#renderer/src/data/save-text.ts';
import { takeInOwn } from '#renderer/src/data/take-in-own.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useEvents, useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { writeWorkspaceFile } from '#renderer/src/data/workspace-file.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './SettingsPage.module.css';

/** Where things are kept, and how they leave and come back. */
export function Storage() {
  const workspace = useWorkspace();
  const registers = useRegisters();
  const events = useEvents();
  const today = useToday();
  const input = useRef<HTMLInputElement>(null);
  const files = registers.snapshots.filter((one) => one.takenBackAtMs === null).length;
  const exportAll = async () => {
    const text = await writeWorkspaceFile(workspace);
    const said = await saveText(workspace, { suggestedName: `andon-${today}.json`, text, kind: 'json' });
    if (said !== null) notify(said);
  };
  const takeIn = async (file: File | undefined) => {
    if (file !== undefined) notify(await takeInOwn(workspace, registers, file), { lasting: true });
    if (input.current !== null) input.current.value = '';
  };
  useCommands([
    {
      id: 'export-all',
      name: 'Export everything written here',
      group: 'Settings',
      run: () => void exportAll(),
    },
    {
      id: 'take-in',
      name: 'Take in an export of Andon',
      group: 'Settings',
      run: () => input.current?.click(),
    },
  ]);
  return (
    <Section title="Where things are kept" remark={`${events.length} entries, ${files} files`}>
      <p className={styles.text}>
        On this machine, twice: in the app’s own database, and as plain lines in its data folder, written to
        the disk before anything is called saved. If one is lost, the other brings everything back. Nothing is
        sent anywhere.
      </p>
      <div className={styles.week}>
        <Button onPress={() => void exportAll()}>Export everything</Button>
        <Button onPress={() => input.current?.click()}>Take in an export</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="Export of Andon to take in"
          onChange={(event) => void takeIn(event.target.files?.[0])}
        />
      </div>
      <p className={styles.quiet}>
        The export holds all that people wrote (reviews, registers, mappings, people) and the points of every
        imported file. Taken in by another Andon, it gives the same.
      </p>
    </Section>
  );
}
