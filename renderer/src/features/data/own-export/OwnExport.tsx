import { useRef, useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { registerTables } from '#shared/own-export/register-tables.ts';
import styles from './OwnExport.module.css';
import { useOwnExport } from './use-own-export.ts';

function nameOf(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
}

/** What is stored here as files: for a spreadsheet, for another Andon, or to keep. All of them can be taken in again. */
export function OwnExport() {
  const registers = useRegisters();
  const own = useOwnExport();
  const input = useRef<HTMLInputElement>(null);
  const [forExcel, setForExcel] = useState(false);
  const choices = registerTables
    .map((table) => ({ id: table.id, name: nameOf(table.id), rows: table.rows(registers).length }))
    .filter(({ rows }) => rows > 0)
    .map(({ id, name, rows }) => ({ id, name, remark: String(rows) }));
  useCommands([
    {
      id: 'export-points',
      name: 'Export all points as CSV',
      group: 'Data',
      run: () => void own.points(forExcel),
    },
    {
      id: 'export-registers',
      name: 'Export the registers as JSON',
      group: 'Data',
      run: () => void own.registers(),
    },
    { id: 'export-all', name: 'Export everything', group: 'Data', run: () => void own.everything() },
    {
      id: 'take-in-own',
      name: 'Take in an export of Andon',
      group: 'Data',
      run: () => input.current?.click(),
    },
  ]);
  return (
    <Section title="Export" remark="reads back to the same">
      <div className={styles.ways}>
        <Button size="small" onPress={() => void own.points(forExcel)}>
          Points (CSV)
        </Button>
        {choices.length > 0 && (
          <Select
            label="Export a register as CSV"
            hideLabel
            value={null}
            placeholder="A register (CSV)"
            choices={choices}
            onChange={(id) => void own.register(id, forExcel)}
          />
        )}
        <Button size="small" onPress={() => void own.registers()}>
          Registers (JSON)
        </Button>
        <Button size="small" onPress={() => void own.everything()}>
          Everything (JSON)
        </Button>
      </div>
      <p className={styles.text}>
        Numbers are exact. Texts that a spreadsheet would run get an apostrophe, which is taken away again
        when the file comes back.
      </p>
      <div className={styles.ways}>
        <Button size="small" pressed={forExcel} onPress={() => setForExcel(!forExcel)}>
          CSV for Excel
        </Button>
        <Button size="small" onPress={() => input.current?.click()}>
          Take in an export of Andon
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          hidden
          aria-label="Export of Andon"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void own.takeIn(file);
            event.target.value = '';
          }}
        />
      </div>
    </Section>
  );
}
