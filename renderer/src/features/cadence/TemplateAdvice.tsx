import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { adviceBasis } from '#renderer/src/walk/advice-words.ts';
import { withMinutes } from '#shared/review/agenda.ts';
import { minutesAdvice, withAdvice } from '#shared/review/minutes-advice.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import styles from './CadencePage.module.css';

type Props = {
  readonly blocks: readonly AgendaBlock[];
  readonly onTake: (blocks: readonly AgendaBlock[]) => void;
};

/** Better minutes for a template from what the last reviews used; nothing is taken unless somebody says so. */
export function TemplateAdvice({ blocks, onTake }: Props) {
  const { reviews } = useRegisters();
  const advice = minutesAdvice(
    blocks,
    reviews.filter((one) => one.status === 'closed'),
  );
  if (advice.length === 0) return null;
  return (
    <div className={styles.advice}>
      {advice.map((one) => (
        <p key={one.block}>
          {one.name} has {one.planned} min and used {one.used}{' '}
          <Button
            look="link"
            label={`Give ${one.name} ${one.used}`}
            onPress={() => onTake(withMinutes(blocks, one.block, one.used))}
          >
            Give it {one.used}
          </Button>
        </p>
      ))}
      <p>
        {adviceBasis(advice)}{' '}
        {advice.length > 1 && (
          <Button look="link" onPress={() => onTake(withAdvice(blocks, advice))}>
            Give all
          </Button>
        )}
      </p>
    </div>
  );
}
