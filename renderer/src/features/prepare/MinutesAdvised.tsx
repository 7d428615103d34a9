import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { adviceBasis } from '#renderer/src/walk/advice-words.ts';
import { withMinutes } from '#shared/review/agenda.ts';
import { minutesAdvice, withAdvice } from '#shared/review/minutes-advice.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import styles from './AgendaEditor.module.css';

type Props = {
  readonly blocks: readonly AgendaBlock[];
  readonly onTake: (blocks: readonly AgendaBlock[]) => void;
};

/** What the last reviews needed, block by block; nothing of it is taken unless somebody says so. */
export function MinutesAdvised({ blocks, onTake }: Props) {
  const { reviews } = useRegisters();
  const closed = reviews.filter((one) => one.status === 'closed');
  const advice = minutesAdvice(blocks, closed);
  const takeAll = () => onTake(withAdvice(blocks, advice));
  useCommands([
    ...advice.map(({ block, name, used }, at) => ({
      id: `advised:${block}`,
      name: `Give ${name} the ${used} minutes that it used`,
      group: 'Prepare' as const,
      ...(at < 9 ? { keys: [`Alt+${at + 1}`] } : {}),
      run: () => onTake(withMinutes(blocks, block, used)),
    })),
    ...(advice.length < 2
      ? []
      : [
          {
            id: 'advised',
            name: 'Give every block the minutes that it used',
            group: 'Prepare' as const,
            keys: ['m'],
            run: takeAll,
          },
        ]),
  ]);
  if (advice.length === 0) return null;
  return (
    <div className={styles.advice}>
      {advice.map((one, at) => (
        <p key={one.block}>
          {one.name} has {one.planned} min and used {one.used}{' '}
          <Button
            look="link"
            label={`Give ${one.name} ${one.used}`}
            {...(at < 9 ? { keys: [`Alt+${at + 1}`] } : {})}
            onPress={() => onTake(withMinutes(blocks, one.block, one.used))}
          >
            Give it {one.used}
          </Button>
        </p>
      ))}
      <p>
        {adviceBasis(advice)}
        {advice.length > 1 && (
          <>
            {' '}
            <Button look="link" keys={['m']} onPress={takeAll}>
              Give all
            </Button>
          </>
        )}
      </p>
    </div>
  );
}
