import { useState } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { shapeOfRule } from '#shared/charts/point-marks.ts';
import { ruleHelp } from '#shared/charts/rule-help.ts';
import type { SeriesReading, Signal } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import { MARK_SHAPES } from './Readout.tsx';
import { reasonsOf } from './why-signal.ts';

function toneOf({ direction }: Signal): 'worse' | 'better' | 'changed' {
  return direction === 'neither' ? 'changed' : direction;
}

function Reasons({ reading, signal }: { readonly reading: SeriesReading; readonly signal: Signal }) {
  const [shown, setShown] = useState(signal.ended === undefined);
  const reasons = reasonsOf(reading, signal);
  if (reasons.length === 0) return null;
  return (
    <>
      <Button look="link" label={`Why this is a signal: ${signal.text}`} onPress={() => setShown(!shown)}>
        {shown ? 'Hide why' : 'Why is this a signal?'}
      </Button>
      {shown && (
        <ul className={styles.reasons}>
          {reasons.map(({ rule, fired, text }) => {
            const { name, looksFor, means, picture } = ruleHelp(rule);
            return (
              <li key={rule} data-fired={fired || undefined}>
                <Mark
                  shape={fired ? MARK_SHAPES[shapeOfRule(rule)] : 'dash'}
                  tone={fired ? toneOf(signal) : 'ink'}
                />
                <div>
                  <p>
                    <b>{fired ? name : `not ${name}`}</b> {text}
                  </p>
                  {fired && (
                    <div className={styles.explained}>
                      <SvgChart svg={picture} />
                      <p>
                        {looksFor} {means}
                      </p>
                    </div>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** The signals of a series, newest first, each with the rules it was held against and the numbers. */
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
            <li key={`${signal.onset} ${signal.at} ${signal.direction}`}>
              <Mark
                shape={MARK_SHAPES[shapeOfRule(signal.rules[0] ?? 'outside-limits')]}
                tone={toneOf(signal)}
              />
              <div>
                <p>
                  {signal.text}
                  <small>
                    {signal.ended === undefined ? 'open' : `ended ${shortDay(signal.ended)}`}, since{' '}
                    {shortDay(signal.onset)}
                  </small>
                </p>
                <Reasons reading={reading} signal={signal} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
