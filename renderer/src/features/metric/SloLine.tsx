import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { budgetSentence, burnSentence } from '#shared/signals/slo/standing.ts';

/** Error budget and burn of an SLO, under its chart; nothing for any other series. */
export function SloLine({ reading }: { readonly reading: SeriesReading }) {
  const { state } = useCurrentState();
  const standing = state?.slos.find(({ series }) => series === reading.id);
  if (standing === undefined) return null;
  return (
    <Section title="Error budget" remark={`of ${standing.windowDays} days`}>
      <p>{budgetSentence(standing)}</p>
      {!standing.isLowTraffic && <p>{burnSentence(standing)}</p>}
    </Section>
  );
}
