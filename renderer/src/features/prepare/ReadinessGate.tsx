import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useStartReview } from '#renderer/src/data/planning.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { readinessChecks } from '#shared/review/readiness.ts';
import { withResting } from '#shared/review/resting.ts';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './ReadinessGate.module.css';

const MARKS = { ok: 'check', gap: 'gap', 'not-judged': 'dash' } as const;

/** What is ready and what is not. It warns and never blocks. */
export function ReadinessGate({ review, state }: { readonly review: Review; readonly state: CurrentState }) {
  const registers = useRegisters();
  const today = useToday();
  const start = useStartReview();
  const checks = readinessChecks({
    review: withResting(review, state.anomalies, registers),
    state,
    registers,
    today,
  });
  const judged = checks.filter((check) => check.status !== 'not-judged');
  const gaps = judged.filter((check) => check.status === 'gap').length;
  const begin = () => start(review, state);
  useCommands([
    { id: 'start', name: 'Start the review', group: 'Prepare', keys: ['Ctrl+Enter'], run: begin },
  ]);
  return (
    <>
      <Section title="Readiness" remark={`${judged.length - gaps} of ${judged.length}`}>
        <ul className={styles.checks}>
          {checks.map((check) => (
            <li key={check.rule} data-status={check.status}>
              <Mark shape={MARKS[check.status]} />
              <span>
                {check.sentence}
                {check.status === 'not-judged' && <small>not judged</small>}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <div className={styles.start}>
        <Button look="primary" keys={['Ctrl', 'Enter']} onPress={begin}>
          {gaps === 0 ? 'Start the review' : 'Start anyway'}
        </Button>
        {gaps > 0 && <span>gaps are noted</span>}
      </div>
    </>
  );
}
