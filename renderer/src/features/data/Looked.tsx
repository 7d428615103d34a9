import { useMemo } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import type { ReadFile } from '#renderer/src/data/imports.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { withLines, withMissingWord } from '#shared/tabular/answers.ts';
import { Opening } from './asked/Opening.tsx';
import { Becomes } from './becomes/Becomes.tsx';
import { Columns } from './columns/Columns.tsx';
import { FileGrid } from './file/FileGrid.tsx';
import { totalLines } from './file/line-marks.ts';
import { ExistingValues } from './history/ExistingValues.tsx';
import styles from './MappingScreen.module.css';
import { openSuggestions } from './names/decisions.ts';
import { Names } from './names/Names.tsx';
import { canBeMissing, Rejected } from './Rejected.tsx';
import { Understood } from './understood/Understood.tsx';
import type { Mapping } from './use-mapping.ts';
import { useSaveRejected } from './use-save-rejected.ts';
import type { TakingIn } from './use-taking-in.ts';

const GROUP = 'Import' as const;

type Props = { readonly read: ReadFile; readonly mapping: Mapping; readonly taking: TakingIn };

/** Keys for what is done most often to a file: totals, words for missing, rejected rows. */
function useFileKeys({ read, mapping }: Props, save: () => void): void {
  const { reading } = read;
  const totals = totalLines(reading);
  const included = reading.settings.includeLines ?? [];
  const word = reading.rows.rejectedGroups.find(canBeMissing)?.value;
  const isIn = totals.length === 0 && included.length > 0;
  useCommands([
    ...(totals.length > 0 || isIn
      ? [
          {
            id: 'totals',
            name: isIn
              ? 'Leave the rows out again that were taken in'
              : 'Take in the rows that sum up others',
            group: GROUP,
            keys: ['t'],
            run: () => mapping.set(withLines(mapping.settings, isIn ? included : totals, !isIn)),
          },
        ]
      : []),
    ...(word === undefined
      ? []
      : [
          {
            id: 'missing-word',
            name: `“${word}” means missing`,
            group: GROUP,
            keys: ['m'],
            run: () => mapping.set(withMissingWord(mapping.settings, word)),
          },
        ]),
    ...(reading.rows.rejectedCount > 0
      ? [{ id: 'save-rejected', name: 'Save the rejected rows', group: GROUP, keys: ['s'], run: save }]
      : []),
  ]);
}

/** A file that was read: what is open first, then the file beside what it becomes, then how it was understood. */
export function Looked({ read, mapping, taking }: Props) {
  const { reading } = read;
  const { comparison, working } = mapping;
  const { entities, snapshots } = useRegisters();
  const { state } = useCurrentState();
  const save = useSaveRejected(read, mapping);
  useFileKeys({ read, mapping, taking }, save);
  const { decisions } = mapping;
  const suggestions = useMemo(
    () => openSuggestions(reading, { entities, state }, decisions),
    [reading, entities, state, decisions],
  );
  const newNames = snapshots.length === 0 ? [] : (comparison?.newEntities ?? []);
  return (
    <div className={styles.screen} aria-busy={working}>
      <Opening reading={reading} mapping={mapping} doubtful={taking.doubtful} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <FileGrid
            reading={reading}
            onHeader={(record) => mapping.change({ header: [record] })}
            onLine={(line, isIn) => mapping.set(withLines(mapping.settings, [line], isIn))}
            onTotals={(isIn) => mapping.set(withLines(mapping.settings, totalLines(reading), isIn))}
          />
          <Understood reading={reading} mapping={mapping} />
        </div>
        <div className={styles.side}>
          {taking.doubtful && <Rejected read={read} mapping={mapping} onSave={save} />}
          <Becomes read={read} comparison={comparison} />
          {comparison !== null && (
            <ExistingValues
              comparison={comparison}
              existing={taking.existing}
              onChange={taking.setExisting}
            />
          )}
          <Names reading={reading} mapping={mapping} suggestions={suggestions} newNames={newNames} />
          {!taking.doubtful && <Rejected read={read} mapping={mapping} onSave={save} />}
        </div>
      </div>
      <Columns read={read} mapping={mapping} />
    </div>
  );
}
