import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { chartHelp } from '#shared/charts/chart-help.ts';
import { alarmHelp, type Help, RULES_SHOWN, ruleHelp } from '#shared/charts/rule-help.ts';
import { CHART_KINDS } from '#shared/signals/control-charts/control-chart.ts';
import styles from './HelpDialog.module.css';

function Explained({ title, all }: { readonly title: string; readonly all: readonly Help[] }) {
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {all.map(({ name, looksFor, means, picture }) => (
          <li key={name}>
            <SvgChart svg={picture} />
            <div>
              <h4>{name}</h4>
              <p>
                {looksFor} {means}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

const LINES = [
  ['The band', 'is what the process does by itself: new points fall into it as long as nothing changes.'],
  ['Solid limits', 'rest on twelve points or more; dashed ones on fewer, and they still move.'],
  ['The dotted line', 'is a target: a promise that people made. It says nothing about the process.'],
  ['A hollow point', 'is not final yet. It is drawn and judged later.'],
  ['Q', 'is how far a point lies from those before it, in standard deviations of what chance would do.'],
  ['A gap', 'is a period without a value. It is not a zero, and no rule looks across a long one.'],
] as const;

/** How to read the charts: every line, rule and kind of chart with a picture and two sentences. */
export function HelpDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="How to read this chart" open={open} onClose={onClose} width={760}>
      <dl className={styles.lines}>
        {LINES.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Explained title="What decides a signal" all={[alarmHelp('spike'), alarmHelp('shift')]} />
      <Explained title="What makes a point stand out" all={RULES_SHOWN.map(ruleHelp)} />
      <Explained title="Kinds of chart" all={CHART_KINDS.map(chartHelp)} />
      <div>
        <Button keys={['Esc']} onPress={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
