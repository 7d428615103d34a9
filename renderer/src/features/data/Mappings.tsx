import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './DataPage.module.css';

/** What was decided about files with a certain header; the next one with it is read the same way. */
export function Mappings() {
  const { mappings, snapshots } = useRegisters();
  const append = useAppend();
  if (mappings.size === 0) return null;
  const fileOf = (signature: string) =>
    snapshots.findLast((one) => one.signature === signature)?.file ?? signature;
  return (
    <Section title="Remembered mappings" remark={String(mappings.size)}>
      <ul className={styles.files}>
        {[...mappings.keys()].map((signature) => (
          <li key={signature}>
            <span>
              files like <Name strong>{fileOf(signature)}</Name>
            </span>
            <Button
              size="small"
              label={`Forget the mapping of files like ${fileOf(signature)}`}
              onPress={() =>
                append([{ stream: 'organization', type: 'mapping-forgotten', data: { signature } }])
              }
            >
              Forget
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
