import { useRef } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import type { InRegister } from '#renderer/src/state/pages.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { NewLine } from './NewLine.tsx';
import styles from './RegisterPage.module.css';
import { RegisterTable } from './RegisterTable.tsx';
import type { Register, Row } from './register.ts';
import { useRegisterScreen } from './use-register-screen.ts';

type Props<Entry extends Row> = { readonly register: Register<Entry>; readonly at: InRegister };

/** A register: a table that is narrowed, sorted and edited in place, with the history of each entry beside it. */
export function RegisterPage<Entry extends Row>({ register, at }: Props<Entry>) {
  const filter = useRef<HTMLInputElement>(null);
  const screen = useRegisterScreen(register, at);
  const { name, one, columns, rows } = register;
  useCommands(screen.commands(() => filter.current?.focus()));
  const selected = rows.find((row) => row.id === screen.cursor.row) ?? null;
  const sortedBy = columns.find((column) => column.id === screen.sorting.column)?.name ?? '';
  return (
    <Page
      flush
      title={name}
      remark={register.remark}
      actions={
        <>
          <Button size="small" keys={['e']} onPress={screen.exportShown}>
            Export
          </Button>
          <Button size="small" look="primary" keys={['a']} onPress={() => screen.setAdding(true)}>
            New
          </Button>
        </>
      }
    >
      <div className={styles.register} data-panel={(screen.panel && selected !== null) || undefined}>
        <div className={styles.list}>
          {screen.adding && (
            <NewLine
              one={one}
              pressed={register.pressed}
              example={register.example}
              onAdd={register.add}
              onClose={() => screen.setAdding(false)}
            />
          )}
          {rows.length === 0 ? (
            <p className={styles.empty}>{register.empty}</p>
          ) : (
            <>
              <div className={styles.filter}>
                <Select
                  label="Shown"
                  hideLabel
                  value={screen.state}
                  choices={register.states.map(({ id, name: state }) => ({ id, name: state }))}
                  onChange={screen.setState}
                />
                <div className={styles.narrow}>
                  <TextField
                    label="Narrow"
                    hideLabel
                    type="search"
                    placeholder="type to narrow, for example @maria or #reliability"
                    value={screen.typed}
                    onChange={screen.setTyped}
                    inputRef={filter}
                  />
                </div>
                <span>
                  sorted by {sortedBy === '' ? 'id' : sortedBy.toLowerCase()} <Key>/</Key>
                </span>
              </div>
              <RegisterTable
                label={name}
                rows={screen.shown}
                columns={screen.columns}
                sorting={screen.sorting}
                onSort={screen.sortBy}
                cursor={screen.cursor}
                onCursor={screen.setCursor}
              />
              {screen.shown.length === 0 && (
                <p className={styles.empty}>Nothing here matches. Escape clears the field.</p>
              )}
              <p className={styles.hints}>
                <span>
                  <Key>j</Key> <Key>k</Key> move
                </span>
                <span>
                  <Key>Enter</Key> edit the cell
                </span>
                {register.settle !== null && (
                  <span>
                    <Key>Space</Key> {register.settle.name}
                  </span>
                )}
                <span>
                  <Key>h</Key> history
                </span>
              </p>
            </>
          )}
        </div>
        {screen.panel && selected !== null && (
          <HistoryPanel register={register} row={selected} onClose={() => screen.setPanel(false)} />
        )}
      </div>
    </Page>
  );
}
