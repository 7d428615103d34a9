import { useState } from 'react';
import { newId } from '#renderer/src/data/workspace.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { minutesOverSlot, totalMinutes, withMinutes } from '#shared/review/agenda.ts';
import { type NewBlock, readNewBlock, withBlockAfter, withBlockMoved } from '#shared/review/agenda-edits.ts';
import type { AgendaBlock, Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './AgendaEditor.module.css';
import { AgendaRow } from './AgendaRow.tsx';
import { FitToSlot } from './FitToSlot.tsx';
import { MinutesAdvised } from './MinutesAdvised.tsx';
import { useAgendaPlan } from './use-agenda-plan.ts';

type Props = { readonly review: Review; readonly state: CurrentState };

function startOf(time: string | null, minutes: number): string {
  const [hours = 0, rest = 0] = (time ?? '10:00').split(':').map(Number);
  const at = hours * 60 + rest + minutes;
  return `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** The blocks with their minutes, which must add up to the slot. */
export function AgendaEditor({ review, state }: Props) {
  const { blocks, slotMinutes, template } = review;
  const plan = useAgendaPlan(review, state);
  const { set } = plan;
  const over = minutesOverSlot(blocks, slotMinutes);
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
          onChange={plan.choose}
        />
      }
    >
      <ol className={styles.blocks}>
        {blocks.map((block, at) => (
          <AgendaRow
            key={block.id}
            block={block}
            start={starts[at] ?? ''}
            anomalies={block.dimension === null ? 0 : (plan.load.anomalies[block.dimension] ?? 0)}
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
          <input
            type="number"
            min={5}
            max={480}
            aria-label="Minutes of the slot"
            value={slotMinutes}
            onChange={(event) => plan.setSlot(Math.max(1, Math.round(Number(event.target.value))))}
          />
        </li>
      </ol>
      <FitToSlot review={review} plan={plan} />
      <OneMore onAdd={(block) => set(withBlockAfter(blocks, lastOpen(blocks), block))} />
      <MinutesAdvised blocks={blocks} onTake={set} />
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
