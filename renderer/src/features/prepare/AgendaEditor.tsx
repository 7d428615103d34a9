import { OneMoreBlock } from '#renderer/src/blocks/OneMoreBlock.tsx';
import { useBlockDialog } from '#renderer/src/blocks/use-block-dialog.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { minutesOverSlot, totalMinutes, withMinutes } from '#shared/review/agenda.ts';
import { placeOf, withBlockAfter, withBlockMoved } from '#shared/review/agenda-edits.ts';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './AgendaEditor.module.css';
import { AgendaRow } from './AgendaRow.tsx';
import { FitToSlot } from './FitToSlot.tsx';
import { MinutesAdvised } from './MinutesAdvised.tsx';
import { ParkedWaiting } from './ParkedWaiting.tsx';
import { useAgendaPlan } from './use-agenda-plan.ts';
import { useKeepTemplate } from './use-keep-template.ts';

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
  const keep = useKeepTemplate(review);
  const more = useBlockDialog({ blocks, draft: `prepare:${review.id}:block`, onChange: set });
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
            onOpen={() => more.change(block)}
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
      <OneMoreBlock
        agenda={blocks}
        onAdd={(block) => set(withBlockAfter(blocks, placeOf(blocks, block.kind ?? null), block))}
        onOpen={more.add}
      />
      {more.dialog}
      <ParkedWaiting blocks={blocks} onTake={set} />
      <MinutesAdvised blocks={blocks} onTake={set} />
      <p className={styles.advice}>
        The minutes are proposals; outlined blocks never give time. On a name: Enter opens it, Alt with an
        arrow moves it, Delete drops it.{' '}
        <Button look="link" onPress={keep}>
          Keep this agenda as the template
        </Button>
      </p>
    </Section>
  );
}
