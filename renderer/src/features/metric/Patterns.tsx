import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { nameOfRule, shapeOfRule } from '#shared/charts/point-marks.ts';
import type { SeriesReading, Signal } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import { ruleMeaning } from './point-words.ts';

function toneOf({ direction }: Signal): 'worse' | 'better' | 'changed' {
  return direction === 'neither' ? 'changed' : direction;
}

function shapeOf(signal: Signal): 'diamond' | 'square' | 'triangle' {
  const [rule = 'outside-limits'] = signal.rules;
  const shape = shapeOfRule(rule);
  return shape === 'diamond' || shape === 'square' ? shape : 'triangle';
}

/** The signals of a series, newest first, and what the rules behind them look for. */
export function Patterns({ reading }: { readonly reading: SeriesReading }) {
  const signals = reading.signals.toSorted((left, right) => (left.at < right.at ? 1 : -1));
  const rules = [...new Set(signals.flatMap((signal) => signal.rules))];
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
            <li key={`${signal.onset} ${signal.at} ${signal.direction}`}>
              <Mark shape={shapeOf(signal)} tone={toneOf(signal)} />
              <p>
                {signal.text}
                <small>
                  {signal.ended === undefined ? 'open' : `ended ${shortDay(signal.ended)}`}, since{' '}
                  {shortDay(signal.onset)}
                </small>
              </p>
            </li>
          ))}
        </ul>
      )}
      {rules.map((rule) => (
        <p key={rule} className={styles.rule}>
          <b>{nameOfRule(rule)}</b> {ruleMeaning(rule)}
        </p>
      ))}
    </Section>
  );
}
