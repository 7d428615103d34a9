import { useState } from 'react';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { shapeOfRule } from '#shared/charts/point-marks.ts';
import type { SeriesReading, Signal } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import { MARK_SHAPES } from './Readout.tsx';
import { Reasons } from './Reasons.tsx';
import { toneOf } from './tone-of.ts';

function One({ reading, signal }: { readonly reading: SeriesReading; readonly signal: Signal }) {
  const [shown, setShown] = useState(signal.ended === undefined);
  const isBroken = signal.rules.includes('threshold');
  return (
    <li>
      <Mark shape={MARK_SHAPES[shapeOfRule(signal.rules[0] ?? 'outside-limits')]} tone={toneOf(signal)} />
      <div>
        <p>
          {signal.text}
          <small>
            {signal.ended === undefined ? 'open' : `ended ${shortDay(signal.ended)}`}, since{' '}
            {shortDay(signal.onset)}
          </small>
        </p>
        {!isBroken && (
          <Button look="link" label={`Why this is a signal: ${signal.text}`} onPress={() => setShown(!shown)}>
            {shown ? 'Hide why' : 'Why is this a signal?'}
          </Button>
        )}
        {shown && !isBroken && <Reasons reading={reading} signal={signal} />}
      </div>
    </li>
  );
}

/** The signals of a series, newest first, each with what decided it and what the chart shows. */
export function WhySignal({ reading }: { readonly reading: SeriesReading }) {
  const signals = reading.signals.toSorted((left, right) => (left.at < right.at ? 1 : -1));
  const open = signals.filter((signal) => signal.ended === undefined).length;
  return (
    <Section title="Signals" remark={open === 0 ? 'none open' : `${open} open`}>
      {signals.length === 0 ? (
        <p className={styles.quiet}>
          {reading.phases.length === 0
            ? 'Signals need limits, and limits need at least four points.'
            : 'Every point is within the routine of this series. There is nothing to explain.'}
        </p>
      ) : (
        <ul className={styles.signals}>
          {signals.map((signal) => (
            <One key={`${signal.onset} ${signal.at} ${signal.direction}`} reading={reading} signal={signal} />
          ))}
        </ul>
      )}
      {reading.engine !== undefined && (
        <p className={styles.judged}>
          {reading.engine.words}{' '}
          <Button look="link" onPress={() => goTo({ page: 'settings' })}>
            Change the sensitivity
          </Button>
        </p>
      )}
    </Section>
  );
}
