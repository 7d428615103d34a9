import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { shapeOfRule } from '#shared/charts/point-marks.ts';
import { alarmHelp, type Help, ruleHelp } from '#shared/charts/rule-help.ts';
import type { SeriesReading, Signal } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import { MARK_SHAPES } from './Readout.tsx';
import { toneOf } from './tone-of.ts';
import { decisionWords, reasonsOf } from './why-signal.ts';

function Explained({ help }: { readonly help: Help }) {
  return (
    <div className={styles.explained}>
      <SvgChart svg={help.picture} />
      <p>
        {help.looksFor} {help.means}
      </p>
    </div>
  );
}

/** What decided a signal, then rule by rule what the chart shows of it, each with its numbers. */
export function Reasons({ reading, signal }: { readonly reading: SeriesReading; readonly signal: Signal }) {
  const decision = decisionWords(reading, signal);
  const alarm = signal.alarm === undefined ? null : alarmHelp(signal.alarm);
  return (
    <ul className={styles.reasons}>
      {decision !== null && alarm !== null && (
        <li>
          <Mark shape="dot" tone={toneOf(signal)} />
          <div>
            <p>
              <b>{alarm.name}</b> {decision}
            </p>
            <Explained help={alarm} />
          </div>
        </li>
      )}
      {reasonsOf(reading, signal).map(({ rule, fired, text }) => {
        const help = ruleHelp(rule);
        return (
          <li key={rule}>
            <Mark
              shape={fired ? MARK_SHAPES[shapeOfRule(rule)] : 'dash'}
              tone={fired ? toneOf(signal) : 'ink'}
            />
            <div>
              <p>
                <b>{fired ? help.name : `not ${help.name}`}</b> {text}
              </p>
              {fired && <Explained help={help} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
