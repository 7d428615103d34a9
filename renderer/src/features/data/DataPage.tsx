import { useFiles } from '#renderer/src/hooks/use-files.ts';
import { useArrivals } from '#renderer/src/state/arrivals.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import styles from './DataPage.module.css';
import { Inbox } from './Inbox.tsx';
import { MappingScreen } from './MappingScreen.tsx';
import { Mappings } from './Mappings.tsx';
import { Snapshots } from './Snapshots.tsx';

/** Files that wait to be looked at come first; then what is stored, the inbox, and remembered mappings. */
export function DataPage() {
  const [first, ...rest] = useArrivals();
  if (first !== undefined) return <MappingScreen key={first.token} grant={first} waiting={rest.length} />;
  return <Stored />;
}

function Stored() {
  const { choose } = useFiles();
  return (
    <Page
      title="Data"
      remark="Drop exports anywhere on this window"
      actions={
        <Button look="primary" keys={['Ctrl', 'O']} onPress={() => void choose()}>
          Choose files
        </Button>
      }
    >
      <div className={styles.columns}>
        <Snapshots />
        <div className={styles.side}>
          <Inbox />
          <Mappings />
        </div>
      </div>
    </Page>
  );
}
