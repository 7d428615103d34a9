import { useState } from 'react';
import { templateBlocks } from '#renderer/src/data/planning.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { minutesAdvice, minutesOverSlot, totalMinutes, withMinutes } from '#shared/review/agenda.ts';
import {
  asAgenda,
  type NewBlock,
  readNewBlock,
  withBlockAfter,
  withBlockMoved,
} from '#shared/review/agenda-edits.ts';
import type { AgendaBlock, Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './AgendaEditor.module.css';
import { AgendaRow } from './AgendaRow.tsx';

type Props = { readonly review: Review; readonly state: CurrentState };

function startOf(time: string | null, minutes: number): string {
  const [hours = 0, rest = 0] = (time ?? '10:00').split(':').map(Number);
  const at = hours * 60 + rest + minutes;
  return `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** The blocks with their minutes, which must add up to the slot. */
export function AgendaEditor({ review, state }: Props) {
  const registers = useRegisters();
  const append = useAppend();
  const { blocks, slotMinutes, template } = review;
  const set = (next: readonly AgendaBlock[], slot = slotMinutes, id = template ?? '') =>
    append([
      {
        stream: `review:${review.id}`,
        type: 'agenda-set',
        data: { template: id, slotMinutes: slot, blocks: asAgenda(next) },
      },
    ]);
  const choose = (id: string) => {
    const chosen = agendaTemplates.find((one) => one.id === id);
    if (chosen !== undefined) set(templateBlocks(registers, id), chosen.slotMinutes, id);
  };
  const over = minutesOverSlot(blocks, slotMinutes);
  const advice = minutesAdvice(
    blocks,
    registers.reviews.filter((one) => one.status === 'closed'),
  );
  const starts = blocks.map((_, at) => startOf(review.time, totalMinutes(blocks.slice(0, at))));
  return (
    <Section
      title="Agenda"
      remark={
        <Select
          label="Agenda template"
          hideLabel
          look="link"
          value={template}
          choices={agendaTemplates.map(({ id, name }) => ({ id, name }))}
          onChange={choose}
        />
      }
    >
      <ol className={styles.blocks}>
        {blocks.map((block, at) => (
          <AgendaRow
            key={block.id}
            block={block}
            start={starts[at] ?? ''}
            anomalies={
              state.anomalies.filter(
                (one) => one.dimension === block.dimension && !Object.hasOwn(review.aside, one.id),
              ).length
            }
            onMinutes={(minutes) => set(withMinutes(blocks, block.id, minutes))}
            onMove={(by) => set(withBlockMoved(blocks, block.id, by, null) ?? blocks)}
            onDrop={() => set(blocks.filter((one) => one.id !== block.id))}
          />
        ))}
        <li className={styles.total}>
          <time>{startOf(review.time, totalMinutes(blocks))}</time>
          <span>
            {totalMinutes(blocks)} of {slotMinutes} min
            {over !== 0 && (
              <small>{over > 0 ? `${over} min over the slot` : `${-over} min to give out`}</small>
            )}
          </span>
        </li>
      </ol>
      <OneMore onAdd={(block) => set(withBlockAfter(blocks, lastOpen(blocks), block))} />
      {advice.map((one) => (
        <p key={one.block} className={styles.advice}>
          {one.name} took {one.used} min in the last {one.reviews} reviews.{' '}
          <Button look="link" onPress={() => set(withMinutes(blocks, one.block, one.used))}>
            Give it {one.used}
          </Button>
        </p>
      ))}
      <p className={styles.advice}>
        The minutes are proposals; outlined blocks never give time. Alt with an arrow moves a block, Delete
        drops it.
      </p>
    </Section>
  );
}

/** New blocks come before what ends the meeting, which is protected. */
function lastOpen(blocks: readonly AgendaBlock[]): string | null {
  return blocks.findLast((block) => !block.protected && block.kind !== 'rating')?.id ?? null;
}

/** A block of one's own: its name and minutes in one line. */
function OneMore({ onAdd }: { readonly onAdd: (block: NewBlock) => void }) {
  const [line, setLine] = useState('');
  const add = () => {
    const block = readNewBlock(line);
    if (block === null) return;
    onAdd({ id: newId(), ...block });
    setLine('');
  };
  return (
    <TextField
      label="One block more"
      hideLabel
      placeholder="one block more: Deep dive on payments 5"
      value={line}
      onChange={setLine}
      onEnter={add}
    />
  );
}
