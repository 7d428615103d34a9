import { useState } from 'react';
import { templateBlocks } from '#renderer/src/data/planning.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { agendaTemplateById, agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { agendaOf, minutesOverSlot, totalMinutes, withMinutes } from '#shared/review/agenda.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import styles from './CadencePage.module.css';
import { NumberField } from './NumberField.tsx';
import { TemplateAdvice } from './TemplateAdvice.tsx';
import { useCadence } from './use-cadence.ts';

function overWords(over: number): string {
  if (over === 0) return 'adds up';
  return over > 0 ? `${over} min over the slot` : `${-over} min to give out`;
}

/** How the slot is divided, template by template. Reviews that are planned already keep their own minutes. */
export function Templates() {
  const registers = useRegisters();
  const append = useAppend();
  const { cadence } = useCadence();
  const [shown, setShown] = useState(cadence.template);
  const template = agendaTemplateById(shown);
  if (template === undefined) return null;
  const changed = registers.templates.find((one) => one.template === shown);
  const blocks = templateBlocks(registers, shown);
  const slot = changed?.slotMinutes ?? template.slotMinutes;
  const set = (next: readonly AgendaBlock[], slotMinutes = slot) =>
    append([
      {
        stream: 'organization',
        type: 'template-changed',
        data: { template: shown, name: template.name, slotMinutes, blocks: next },
      },
    ]);
  return (
    <Section
      title="Template"
      first
      remark={
        <Select
          label="Template shown"
          hideLabel
          look="link"
          value={shown}
          choices={agendaTemplates.map(({ id, name }) => ({ id, name }))}
          onChange={setShown}
        />
      }
    >
      <ol className={styles.blocks}>
        {blocks.map((block) => (
          <li key={block.id}>
            <span>
              {block.name}
              <small>{block.purpose}</small>
            </span>
            <NumberField
              label={`Minutes for ${block.name}`}
              hideLabel
              value={block.minutes}
              onChange={(minutes) => set(withMinutes(blocks, block.id, minutes))}
            />
          </li>
        ))}
        <li className={styles.total}>
          <span>
            {totalMinutes(blocks)} of {slot} min
            <small>{overWords(minutesOverSlot(blocks, slot))}</small>
          </span>
          <NumberField
            label="Slot of the template in minutes"
            hideLabel
            value={slot}
            onChange={(minutes) => set(blocks, minutes)}
          />
        </li>
      </ol>
      <TemplateAdvice blocks={blocks} onTake={set} />
      {changed !== undefined && (
        <Button look="link" onPress={() => set(agendaOf(template), template.slotMinutes)}>
          Back to how the template comes
        </Button>
      )}
    </Section>
  );
}
