import { templateBlocks } from '#renderer/src/data/planning.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { minutesAdvice, minutesOverSlot, totalMinutes, withMinutes } from '#shared/review/agenda.ts';
import type { AgendaBlock, Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './AgendaEditor.module.css';

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
        data: { template: id, slotMinutes: slot, blocks: next.map(toBlock) },
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
        {blocks.map((block, at) => {
          const anomalies = state.anomalies.filter(
            (one) => one.dimension === block.dimension && !Object.hasOwn(review.aside, one.id),
          ).length;
          return (
            <li key={block.id}>
              <time>{starts[at]}</time>
              <span>
                {block.name}
                {block.dimension !== null && anomalies > 0 && (
                  <small>{anomalies === 1 ? '1 anomaly' : `${anomalies} anomalies`}</small>
                )}
              </span>
              <i
                style={{ width: block.minutes * 3 }}
                data-protected={block.protected || undefined}
                aria-hidden="true"
              />
              <input
                type="number"
                min={0}
                max={240}
                aria-label={`Minutes for ${block.name}`}
                value={block.minutes}
                onChange={(event) =>
                  set(withMinutes(blocks, block.id, Math.round(Number(event.target.value))))
                }
              />
            </li>
          );
        })}
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
      {advice.map((one) => (
        <p key={one.block} className={styles.advice}>
          {one.name} took {one.used} min in the last {one.reviews} reviews.{' '}
          <Button look="link" onPress={() => set(withMinutes(blocks, one.block, one.used))}>
            Give it {one.used}
          </Button>
        </p>
      ))}
      <p className={styles.advice}>
        The minutes of the templates are proposals; outlined blocks never give time.
      </p>
    </Section>
  );
}

function toBlock(block: AgendaBlock): AgendaBlock {
  const { id, kind, name, minutes, purpose, stage, speaks, done, protected: kept, dimension } = block;
  return { id, kind, name, minutes, purpose, stage, speaks, done, protected: kept, dimension };
}
