import type { ReadinessCheck } from '#shared/review/readiness.ts';
import styles from './ReadinessBar.module.css';

type Props = { readonly checks: readonly ReadinessCheck[]; readonly gaps: readonly ReadinessCheck[] };

function words(gaps: number): string {
  if (gaps === 0) return 'Ready';
  return `Ready, with ${gaps === 1 ? 'one gap' : `${gaps} gaps`}`;
}

/** How many of the readiness rules hold, and the first that do not. */
export function ReadinessBar({ checks, gaps }: Props) {
  const judged = checks.filter((check) => check.status !== 'not-judged');
  const good = judged.filter((check) => check.status === 'ok');
  return (
    <section className={styles.readiness} aria-label="Readiness">
      <header>
        <h2>{words(judged.length - good.length)}</h2>
        <span>
          {good.length} of {judged.length}
        </span>
      </header>
      <div className={styles.bars} aria-hidden="true">
        {judged.map((check) => (
          <i key={check.rule} data-ok={check.status === 'ok' || undefined} />
        ))}
      </div>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.rule}>{gap.sentence}</li>
        ))}
      </ul>
    </section>
  );
}
