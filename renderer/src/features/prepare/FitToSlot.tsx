import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { minutesOverSlot } from '#shared/review/agenda.ts';
import { minutesChanged } from '#shared/review/fit-slot.ts';
import type { Review } from '#shared/review/review.ts';
import styles from './AgendaEditor.module.css';
import type { AgendaPlan } from './use-agenda-plan.ts';

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** One press and the minutes add up; before it, what every block would have. */
export function FitToSlot({ review, plan }: { readonly review: Review; readonly plan: AgendaPlan }) {
  const { blocks, slotMinutes } = review;
  const { leftOut, short } = plan.fit;
  const changes = minutesChanged(blocks, plan.fit.blocks);
  const nothing = changes.length === 0 && leftOut.length === 0;
  const apply = () => {
    if (short > 0) return notify(tooLong(short));
    if (nothing) return notify('The minutes fit the slot as they are.');
    plan.applyFit();
    notify(`The minutes are fitted to ${slotMinutes}; u takes it back.`);
  };
  useCommands([
    { id: 'fit', name: 'Fit the minutes to the slot', group: 'Prepare', keys: ['f'], run: apply },
  ]);
  if (short > 0) return <p className={styles.advice}>{tooLong(short)}</p>;
  if (nothing) return null;
  const over = minutesOverSlot(blocks, slotMinutes);
  return (
    <div className={styles.advice} data-part="fit">
      {leftOut.length > 0 && (
        <p>
          {slotMinutes} minutes have no room for {listed(leftOut.map((block) => block.name))}.
        </p>
      )}
      <p>
        {over === 0 && 'By what there is to talk about: '}
        {changes.map(({ id, name, from, to }, at) => (
          <span key={id} className={styles.change}>
            {name} {from} → {to}
            {at < changes.length - 1 && ', '}
          </span>
        ))}
      </p>
      <Button size="small" keys={['f']} onPress={apply}>
        {leftOut.length > 0 ? 'Leave out and fit' : `Fit to ${slotMinutes} min`}
      </Button>
    </div>
  );
}

function tooLong(short: number): string {
  return `What never gives is ${short} min longer than the slot: give it more minutes, or take a block out.`;
}
