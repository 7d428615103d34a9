import { useLive } from '#renderer/src/features/live/live.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { anomaliesOf, stepAhead } from '#renderer/src/walk/steps.ts';
import { pageAhead } from '#shared/review/block-content.ts';
import styles from './Console.module.css';

/** What PageDown brings. */
export function NextUp({ top = false }: { readonly top?: boolean }) {
  const { review } = useLive();
  const next = stepAhead(review, 1);
  if (pageAhead(review, 1) !== null) {
    return (
      <Section first={top} title="Next" remark={<Key>PgDn</Key>}>
        <p className={styles['next']}>The next page of this block</p>
      </Section>
    );
  }
  if (next === null) return null;
  const { block, anomaly } = next;
  const first = anomaly?.headline ?? anomaliesOf(review, block)[0]?.headline ?? block.purpose;
  return (
    <Section first={top} title="Next" remark={<Key>PgDn</Key>}>
      <p className={styles['next']}>
        <b>{block.name}</b>, {block.minutes} min
      </p>
      <p className={styles['quiet']} dir="ltr">
        {first}
      </p>
    </Section>
  );
}
