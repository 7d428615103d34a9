import { useState } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { useFiles } from '#renderer/src/hooks/use-files.ts';
import { dismissArrival, useArrivals } from '#renderer/src/state/arrivals.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import type { Grant } from '#shared/ipc/contract.ts';
import styles from './DataPage.module.css';
import { AlreadyIn } from './history/AlreadyIn.tsx';
import { useEarlierImport } from './history/use-earlier-import.ts';
import { Inbox } from './Inbox.tsx';
import { MappingScreen } from './MappingScreen.tsx';
import { Mappings } from './Mappings.tsx';
import { Aliases } from './names/Aliases.tsx';
import { OwnExport } from './own-export/OwnExport.tsx';
import { Receipts } from './queue/Receipts.tsx';
import { Snapshots } from './Snapshots.tsx';

/** Files that wait to be looked at come first; then what is stored, the inbox, and remembered mappings. */
export function DataPage() {
  const [first, ...rest] = useArrivals();
  if (first !== undefined) return <Arrived key={first.token} grant={first} waiting={rest.length} />;
  return <Stored />;
}

/** A file that lies at hand: one that is in force already is named, any other is looked at. */
function Arrived({ grant, waiting }: { readonly grant: Grant; readonly waiting: number }) {
  const { machine } = useWorkspace();
  const earlier = useEarlierImport(grant);
  const [proceeding, setProceeding] = useState(false);
  if (earlier.kind === 'looking') return <Page title={grant.name}>{null}</Page>;
  if (earlier.kind === 'none' || proceeding) return <MappingScreen grant={grant} />;
  const leave = () => {
    void machine.request('inbox:done', { token: grant.token });
    void machine.request('export:release', { token: grant.token });
    dismissArrival(grant.token);
  };
  return (
    <AlreadyIn
      name={grant.name}
      snapshot={earlier.snapshot}
      waiting={waiting}
      onLeave={leave}
      onProceed={() => setProceeding(true)}
    />
  );
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
        <div className={styles.side}>
          <Receipts />
          <Snapshots />
        </div>
        <div className={styles.side}>
          <Inbox />
          <Mappings />
          <Aliases />
          <OwnExport />
        </div>
      </div>
    </Page>
  );
}
