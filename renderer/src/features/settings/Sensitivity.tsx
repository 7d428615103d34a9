import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { noiseShare } from '#shared/review/verdicts.ts';
import { DEFAULT_PRESET, PRESETS } from '#shared/signals/engine/presets.ts';
import styles from './SettingsPage.module.css';
import { useOrganization } from './use-organization.ts';

/** How far is far enough for a signal, with what that costs: false ones by chance, and those that the room called noise. */
export function Sensitivity() {
  const { verdicts } = useRegisters();
  const { current, change } = useOrganization();
  const chosen = PRESETS[current.sensitivity ?? DEFAULT_PRESET.id];
  const noise = noiseShare(verdicts);
  return (
    <Section title="Signals" first>
      <fieldset>
        <legend>Sensitivity</legend>
        <div className={styles.week}>
          {Object.values(PRESETS).map(({ id, name }) => (
            <Button
              key={id}
              size="small"
              pressed={chosen.id === id}
              onPress={() => change({ sensitivity: id })}
            >
              {name}
            </Button>
          ))}
        </div>
      </fieldset>
      <p className={styles.quiet}>
        {chosen.name}: of 100 series in which nothing changes about {Math.round(100 * chosen.falseInAYear)}{' '}
        give a false signal within a year of weekly looks. A lasting change of two standard deviations is
        found after {chosen.weeksToFind} weeks on average.
        {noise !== null && ` The room has called ${Math.round(100 * noise)} % of what it was shown noise.`}
      </p>
    </Section>
  );
}
