import { useMemo } from 'react';
import { useLive } from '#renderer/src/features/live/live.ts';
import { inARow } from '#renderer/src/features/live/wording.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { saidBefore } from '#renderer/src/walk/said.ts';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import styles from './AtHand.module.css';

/** What earlier reviews said about it, with their reasons; newest first. */
export function SaidBefore({ anomaly: { id } }: { readonly anomaly: ReviewAnomaly }) {
  const { review, registers, nameOf } = useLive();
  const { said, inARow: before } = useMemo(
    () => saidBefore(id, review.id, registers, nameOf),
    [id, review.id, registers, nameOf],
  );
  if (said.length === 0) return null;
  return (
    <Section title="Said before" remark={inARow(before).replace(/\. $/, '').toLowerCase()}>
      <ul className={styles['said']}>
        {said.map((line) => (
          <li key={line} dir="ltr">
            {line}
          </li>
        ))}
      </ul>
    </Section>
  );
}
