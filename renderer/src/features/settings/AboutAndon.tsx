import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './SettingsPage.module.css';

/** Which build this is. */
export function AboutAndon() {
  const { hello, name } = useWorkspace();
  return (
    <Section title="About">
      <dl className={styles.facts}>
        <div>
          <dt>Andon</dt>
          <dd>
            {hello.version}, {hello.host === 'desktop' ? 'as a desktop app' : 'in the browser'}
          </dd>
        </div>
        <div>
          <dt>This device</dt>
          <dd>{hello.device}</dd>
        </div>
        <div>
          <dt>Record</dt>
          <dd>{name.startsWith('sample-') ? 'the sample organization, kept apart' : 'your organization'}</dd>
        </div>
        <div>
          <dt>Type</dt>
          <dd>Inter, under the SIL Open Font License</dd>
        </div>
      </dl>
    </Section>
  );
}
