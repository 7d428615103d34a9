import { useClosing } from '#renderer/src/features/live/closing/use-closing.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './Console.module.css';

/** What the close will ask for, counted. */
export function StillOpen() {
  const { review } = useLive();
  const { checks } = useClosing();
  const of = (rule: string) => checks.find((check) => check.rule === rule)?.unmet.length ?? 0;
  const rows = [
    ['Findings without owner or date', of('findings-owned')],
    ['Shown, without a verdict or its reason', of('verdicts')],
    ['Not reached yet', review.anomalies.filter((one) => one.status === 'waiting').length],
    ['Commitments unchecked', review.commitments.filter((one) => one.check === null).length],
    ['The constraint', review.constraint === null ? 'unnamed' : 'named'],
    ['Questions unanswered', of('six')],
  ] as const;
  return (
    <Section title="Still open" remark="before the close">
      <ul className={styles['open']}>
        {rows.map(([name, value]) => (
          <li key={name}>
            <span>{name}</span>
            <b>{value}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}
