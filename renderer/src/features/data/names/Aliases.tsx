import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import styles from '#renderer/src/features/data/DataPage.module.css';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Entity, EntityFields } from '#shared/registers/registers.ts';
import { recordChange } from '#shared/review/changes.ts';

/** Names that stand for others, in one place: each can be made a thing of its own again. */
export function Aliases() {
  const { entities } = useRegisters();
  const append = useAppend();
  const aliases = entities.filter((one) => one.aliasOf !== null);
  if (aliases.length === 0) return null;
  const separate = (entity: Entity) => {
    const edit = recordChange<EntityFields, Partial<EntityFields>>(entity, { aliasOf: null });
    append([{ stream: 'organization', type: 'entity-changed', data: { entity: entity.id, ...edit } }]);
  };
  return (
    <Section title="Names that mean the same" remark={String(aliases.length)}>
      <ul className={styles.files}>
        {aliases.map((entity) => (
          <li key={entity.id}>
            <span>
              <bdi>{entity.id}</bdi> is <bdi>{entity.aliasOf}</bdi>
            </span>
            <Button size="small" label={`Keep ${entity.id} apart again`} onPress={() => separate(entity)}>
              Keep apart
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
