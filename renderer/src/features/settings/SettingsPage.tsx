import { Page } from '#renderer/src/ui/Page.tsx';
import { AboutAndon } from './AboutAndon.tsx';
import { Here } from './Here.tsx';
import { OrganizationForm } from './OrganizationForm.tsx';
import { Sensitivity } from './Sensitivity.tsx';
import styles from './SettingsPage.module.css';
import { Storage } from './Storage.tsx';

/** Who the organization is, how this machine shows it, and where everything is kept. */
export function SettingsPage() {
  return (
    <Page title="Settings">
      <div className={styles.columns}>
        <OrganizationForm />
        <div className={styles.column}>
          <Sensitivity />
          <Here />
          <Storage />
          <AboutAndon />
        </div>
      </div>
    </Page>
  );
}
