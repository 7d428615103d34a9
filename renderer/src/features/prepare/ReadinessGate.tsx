import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { ReadinessCheck } from '#shared/review/readiness.ts';
import styles from './ReadinessGate.module.css';
import { focusIn, wayOf } from './readiness-ways.ts';
import type { Readiness } from './use-readiness.ts';

const MARKS = { ok: 'check', gap: 'gap', 'not-judged': 'dash' } as const;

/** What is ready and what is not, each gap with the way out of it. It warns and never blocks. */
export function ReadinessGate({ readiness }: { readonly readiness: Readiness }) {
  const { checks, judged, gaps } = readiness;
  const open = checks.filter((check) => check.status === 'gap');
  const rest = checks.filter((check) => check.status !== 'gap');
  useCommands([
    {
      id: 'gaps',
      name: 'Go to what is not ready',
      group: 'Prepare',
      keys: ['g'],
      run: () => focusIn('readiness'),
    },
  ]);
  return (
    <div data-part="readiness">
      <Section
        title="Readiness"
        remark={`${judged - gaps} of ${judged}${gaps > 0 ? '; gaps are noted' : ''}`}
      >
        <ul className={styles.checks}>
          {open.map((check) => (
            <Line key={check.rule} check={check} />
          ))}
        </ul>
        <details className={styles.rest}>
          <summary>{restWords(judged - gaps, checks.length - judged)}</summary>
          <ul className={styles.checks}>
            {rest.map((check) => (
              <Line key={check.rule} check={check} />
            ))}
          </ul>
        </details>
      </Section>
    </div>
  );
}

function restWords(holds: number, notJudged: number): string {
  const first = holds === 0 ? 'Nothing holds yet' : `${holds} ${holds === 1 ? 'holds' : 'hold'}`;
  return notJudged === 0 ? first : `${first}, ${notJudged} not judged`;
}

function Line({ check }: { readonly check: ReadinessCheck }) {
  const way = wayOf(check);
  return (
    <li data-status={check.status}>
      <Mark shape={MARKS[check.status]} />
      <span>
        {check.sentence}
        {check.status === 'not-judged' && <small>not judged</small>}{' '}
        {way !== null && (
          <Button look="link" onPress={way.go}>
            {way.words}
          </Button>
        )}
      </span>
    </li>
  );
}
