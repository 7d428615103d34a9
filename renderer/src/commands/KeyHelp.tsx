import { showPalette, useCommandSources, usePalette } from '#renderer/src/state/commands.ts';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import styles from './KeyHelp.module.css';

/** `?`: the keys that work now, by group, read from what the screen offers. */
export function KeyHelp() {
  const sources = useCommandSources();
  const open = usePalette() === 'keys';
  const commands = [...sources.values()].flat().filter((command) => (command.keys?.length ?? 0) > 0);
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <Dialog title="Keys that work here" open={open} onClose={() => showPalette('closed')} width={1040}>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>
                      {command.keys?.map((key) => (
                        <Key key={key}>{key}</Key>
                      ))}
                    </dt>
                    <dd>{command.name}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p>Single keys are off while you type in a field; Escape leaves the field.</p>
    </Dialog>
  );
}
