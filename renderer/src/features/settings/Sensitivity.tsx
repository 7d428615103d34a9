import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { formatFigure } from '#shared/figures.ts';
import { noiseShare } from '#shared/review/verdicts.ts';
import { DEFAULT_PRESET, PRESETS, type Preset } from '#shared/signals/engine/presets.ts';
import styles from './SettingsPage.module.css';
import { useOrganization } from './use-organization.ts';

const ORDER = [PRESETS.calm, PRESETS.balanced, PRESETS.alert] as const;

function price({ falseInAYear, falsePerWeek, weeksToFind }: Preset, series: number): string {
  const share = `${Math.round(falseInAYear * 100)} in 100 stable series give a false signal in a year`;
  const here = `about ${formatFigure(series * falsePerWeek, null)} a week for the ${series} that have limits here`;
  const found = `A lasting change of two standard deviations is found after ${weeksToFind} weeks on average.`;
  return `${series === 0 ? share : `${share}, ${here}`}. ${found}`;
}

/** How far is far enough for a signal, with what each choice costs in false ones. */
export function Sensitivity() {
  const { verdicts } = useRegisters();
  const { current, change } = useOrganization();
  const { state } = useCurrentState();
  const chosen = current.sensitivity ?? DEFAULT_PRESET.id;
  const limited = (state?.readings ?? []).filter(
    (one) => one.phases.length > 0 && one.state !== 'stale',
  ).length;
  const noise = noiseShare(verdicts);
  return (
    <Section title="Sensitivity" remark="for every series" first>
      <ul className={styles.presets}>
        {ORDER.map((preset) => (
          <li key={preset.id}>
            <Button
              size="small"
              pressed={preset.id === chosen}
              onPress={() => change({ sensitivity: preset.id })}
            >
              {preset.name}
            </Button>
            <p>{price(preset, limited)}</p>
          </li>
        ))}
      </ul>
      {noise !== null && (
        <p className={styles.quiet}>
          {`Of the verdicts given so far ${Math.round(noise * 100)}\u00a0% were noise: what the room paid for it.`}
        </p>
      )}
    </Section>
  );
}
