import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { saveText } from '#renderer/src/data/save-text.ts';
import { takeInOwn } from '#renderer/src/data/take-in-own.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { writeWorkspaceFile } from '#renderer/src/data/workspace-file.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { snapshotsInForce } from '#renderer/src/workers/evaluation-basis.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { registerTables } from '#shared/own-export/register-tables.ts';
import { registerCsv, registersJson } from '#shared/own-export/registers-file.ts';

/** The mark by which Excel knows that a CSV file is UTF-8. */
const EXCEL_MARK = '\uFEFF';

export type OwnExport = {
  readonly points: (forExcel: boolean) => Promise<void>;
  /** One register by its id. */
  readonly register: (id: string, forExcel: boolean) => Promise<void>;
  readonly registers: () => Promise<void>;
  readonly everything: () => Promise<void>;
  readonly takeIn: (file: File) => Promise<void>;
};

/** Writes out what is stored here, and takes back in what was written out. */
export function useOwnExport(): OwnExport {
  const workspace = useWorkspace();
  const registers = useRegisters();
  const { evaluator } = useCurrentState();
  const today = useToday();
  const save = async (file: Input<'text:save'>) => {
    const said = await saveText(workspace, file);
    if (said !== null) notify(said);
  };
  const csv = (name: string, text: string, forExcel: boolean) =>
    save({
      suggestedName: `${name}-${today}.csv`,
      text: forExcel ? EXCEL_MARK + text : text,
      kind: 'csv',
    });
  return {
    points: async (forExcel) => {
      const stored = {
        database: workspace.database.name,
        snapshots: snapshotsInForce(registers.snapshots),
        entities: registers.entities,
      };
      const files = Object.fromEntries(registers.snapshots.map(({ snapshot, file }) => [snapshot, file]));
      await csv('andon-points', await evaluator.pointsCsv(stored, files), forExcel);
    },
    register: async (id, forExcel) => {
      const table = registerTables.find((one) => one.id === id);
      if (table !== undefined) await csv(`andon-${id}`, registerCsv(table, registers), forExcel);
    },
    registers: () =>
      save({ suggestedName: `andon-registers-${today}.json`, text: registersJson(registers), kind: 'json' }),
    everything: async () =>
      save({ suggestedName: `andon-${today}.json`, text: await writeWorkspaceFile(workspace), kind: 'json' }),
    takeIn: async (file) => notify(await takeInOwn(workspace, registers, file), { lasting: true }),
  };
}
