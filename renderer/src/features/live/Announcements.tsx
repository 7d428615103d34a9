import { useEffect, useState } from 'react';
import { useWallTime } from '#renderer/src/data/today.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { anomalyMinutes } from '#shared/drive/agenda-templates.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { offersNow } from './offers.ts';
import { useClock } from './use-clock.ts';
import { stepWords } from './use-walk-commands.ts';

/** Spoken once, when the anomaly at hand has had its minutes. */
function useAnomalyTime(): string {
  const { anomalyMs } = useClock();
  return anomalyMs !== null && anomalyMs > anomalyMinutes * 60_000
    ? `${anomalyMinutes} minutes for this anomaly are used: a verdict, or x sets it aside.`
    : '';
}

/** What is asked, with the keys that answer: spoken when the question comes up, not with every minute that it grows by. */
function useQuestion(): string {
  const { review } = useLive();
  const clock = useClock();
  const wallTime = useWallTime();
  const asked = offersNow(review, clock, wallTime);
  const about = asked === null ? '' : (clock.openGaps[0]?.fromMs ?? clock.block?.block ?? '');
  const words = (asked?.offers ?? []).map((offer, index) => `Alt ${index + 1}: ${offer.name}`);
  const [spoken, setSpoken] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is spoken, the same one with other minutes is not.
  useEffect(() => setSpoken(asked === null ? '' : `${asked.question} ${words.join('; ')}.`), [about]);
  return spoken;
}

/** Speaks blocks, thresholds and what was taken down to assistive technology, politely. */
export function Announcements() {
  const { review } = useLive();
  const { said, sentences } = useDesk();
  const anomalyTime = useAnomalyTime();
  const question = useQuestion();
  const step = stepNow(review);
  return (
    <div className="visually-hidden">
      <p role="status">{step === null ? '' : stepWords(step)}</p>
      <p role="status">{anomalyTime}</p>
      <p role="status">{question}</p>
      <p role="status">
        <span key={sentences}>{said}</span>
      </p>
    </div>
  );
}
