import { Button } from '#renderer/src/ui/Button.tsx';
import styles from './RegisterPage.module.css';
import type { Register, Row } from './register.ts';

type Props<Entry extends Row> = {
  readonly register: Register<Entry>;
  readonly row: Entry;
  readonly onClose: () => void;
};

/** One entry in full: what it says, and everything that happened to it. */
export function HistoryPanel<Entry extends Row>({ register, row, onClose }: Props<Entry>) {
  return (
    <aside className={styles.panel} aria-label={`${row.id} in full`}>
      <header>
        <span>{row.id}</span>
        <Button look="quiet" size="small" keys={['Esc']} onPress={onClose}>
          Close
        </Button>
      </header>
      <h2 dir="auto">{row.text}</h2>
      <dl>
        {register.facts(row).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      {row.contested.length > 0 && (
        <p className={styles.contested}>
          Two people changed {row.contested.join(' and ')} without seeing each other. The later one is shown;
          the next edit settles it.
        </p>
      )}
      <h3>History</h3>
      <ol>
        {register.history(row).map((line) => (
          <li key={line.id}>
            <span>
              {line.when}
              <br />
              <span dir="auto">{line.who}</span>
            </span>
            <div>
              <b>{line.title}</b>
              {line.details.map((detail) => (
                <p key={detail} dir="auto">
                  {detail}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </aside>
  );
}
