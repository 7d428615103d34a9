import { useLive } from '#renderer/src/features/live/live.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { ContestedValue, ReviewItem } from '#shared/review/review.ts';
import styles from './ClosingDesk.module.css';

const NAMES: Readonly<Record<ContestedValue['kind'], string>> = {
  constraint: 'The constraint',
  check: 'Commitment',
  answer: 'Question',
  readout: 'Readout',
};

function Twice({ value }: { readonly value: ContestedValue }) {
  return (
    <li>
      <b>
        {NAMES[value.kind]}
        {value.kind === 'constraint' ? '' : ` ${value.id}`}
      </b>
      {value.versions.map((version) => (
        <span key={version.event} dir="auto">
          {' '}
          {version.actor}: {version.text}.
        </span>
      ))}
    </li>
  );
}

function itemWords(item: ReviewItem): string {
  return `${item.text}: ${item.contested.join(', ')}`;
}

/** What two people set without seeing each other: both stand here until one sets it again. */
export function DecidedTwice() {
  const { review } = useLive();
  const items = review.items.filter((item) => item.contested.length > 0);
  if (review.contested.length + items.length === 0) return null;
  return (
    <Section title="Set twice at once" remark="set it again to settle it">
      <ul className={styles['also']}>
        {review.contested.map((value) => (
          <Twice key={`${value.kind} ${value.id}`} value={value} />
        ))}
        {items.map((item) => (
          <li key={item.id} dir="auto">
            {itemWords(item)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
