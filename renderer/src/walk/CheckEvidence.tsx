import type { AnomalyCheck } from '#shared/signals/reading.ts';
import styles from './CheckEvidence.module.css';

type Props = {
  readonly check: AnomalyCheck;
  readonly most: number;
  /** `columns` where it takes the place of a chart. */
  readonly look: 'list' | 'columns';
};

/** What a cross-check rests on: each number or record with when it was so. */
export function CheckEvidence({ check, most, look }: Props) {
  const shown = check.evidence.slice(0, most);
  const more = check.evidence.length - shown.length;
  return (
    <>
      <dl className={styles['evidence']} data-look={look}>
        {shown.map(({ label, value, period }) => (
          <div key={`${label} ${value}`}>
            <dt dir="auto">{label}</dt>
            <dd dir="auto">
              {value}
              {period !== null && <small>{period}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {more > 0 && <p className={styles['more']}>and {more} more, in the evidence of the readout</p>}
    </>
  );
}
