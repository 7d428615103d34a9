import { useState } from 'react';
import { BlockName } from '#renderer/src/blocks/BlockName.tsx';
import { OneMoreBlock } from '#renderer/src/blocks/OneMoreBlock.tsx';
import { useBlockDialog } from '#renderer/src/blocks/use-block-dialog.tsx';
import { templateBlocks } from '#renderer/src/data/planning.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { type AgendaTemplate, agendaTemplateById, agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { agendaOf, minutesOverSlot, totalMinutes, withMinutes } from '#shared/review/agenda.ts';
import { asAgenda, placeOf, withBlockAfter, withBlockMoved } from '#shared/review/agenda-edits.ts';
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
  const { cadence } = useCadence();
  const [shown, setShown] = useState(cadence.template);
  const template = agendaTemplateById(shown);
  if (template === undefined) return null;
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
      <TemplateBlocks key={shown} template={template} />
    </Section>
  );
}

/** The blocks of one template: moved, dropped, added, given minutes and something to show. */
function TemplateBlocks({ template }: { readonly template: AgendaTemplate }) {
  const registers = useRegisters();
  const append = useAppend();
  const changed = registers.templates.find((one) => one.template === template.id);
  const blocks = templateBlocks(registers, template.id);
  const slot = changed?.slotMinutes ?? template.slotMinutes;
  const set = (next: readonly AgendaBlock[], slotMinutes = slot) =>
    append([
      {
        stream: 'organization',
        type: 'template-changed',
        data: { template: template.id, name: template.name, slotMinutes, blocks: asAgenda(next) },
      },
    ]);
  const more = useBlockDialog({ blocks, draft: `template:${template.id}:block`, onChange: set });
  return (
    <>
      <ol className={styles.blocks}>
        {blocks.map((block) => (
          <li key={block.id}>
            <BlockName
              block={block}
              onOpen={() => more.change(block)}
              onMove={(by) => set(withBlockMoved(blocks, block.id, by, null) ?? blocks)}
              onDrop={() => set(blocks.filter((one) => one.id !== block.id))}
            >
              {block.purpose !== block.name && <small>{block.purpose}</small>}
            </BlockName>
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
      <OneMoreBlock
        agenda={blocks}
        onAdd={(block) => set(withBlockAfter(blocks, placeOf(blocks, block.kind ?? null), block))}
        onOpen={more.add}
      />
      {more.dialog}
      <TemplateAdvice blocks={blocks} onTake={set} />
      {changed !== undefined && (
        <Button look="link" onPress={() => set(agendaOf(template), template.slotMinutes)}>
          Back to how the template comes
        </Button>
      )}
    </>
  );
}
