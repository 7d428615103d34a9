import { useMemo } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { longDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { type Choice, Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { formatFigure } from '#shared/figures.ts';
import type { Organization } from '#shared/registers/registers.ts';
import { currencies, locales, MONTHS, NOT_SAID, timeZones, WEEKDAYS } from './choices.ts';
import styles from './SettingsPage.module.css';
import { useOrganization } from './use-organization.ts';

const DRAFT = 'organization name';

/** A list that always holds the value in force, whatever this machine knows. */
function holding(choices: readonly Choice[], value: string): readonly Choice[] {
  return choices.some(({ id }) => id === value) ? choices : [{ id: value, name: value }, ...choices];
}

/** What events, dates and figures are read with: the same for everybody who works on this record. */
export function OrganizationForm() {
  const { organization, pinnedDay } = useRegisters();
  const { text, setText } = useDraft(DRAFT);
  const zones = useMemo(timeZones, []);
  const money = useMemo(currencies, []);
  const { current, change: set } = useOrganization();
  const change = (changes: Partial<Organization>) => set(changes, DRAFT);
  const typed = text !== '';
  const keepName = () => {
    if (typed && text.trim() !== '' && text.trim() !== current.name) change({ name: text.trim() });
    setText('');
  };
  const week = current.workingWeek;
  const toggle = (day: number) =>
    change({ workingWeek: week.includes(day) ? week.filter((one) => one !== day) : [...week, day].sort() });
  return (
    <Section title="Organization" first remark={organization === null ? 'not named yet' : undefined}>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <TextField
            label="Name"
            value={typed ? text : current.name}
            onChange={setText}
            onEnter={keepName}
            onLeave={keepName}
          />
        </div>
        <Select
          label="Time zone"
          value={current.timeZone}
          choices={holding(zones, current.timeZone)}
          onChange={(timeZone) => change({ timeZone })}
        />
        <Select
          label="Language of dates and typed days"
          value={current.locale}
          choices={holding(locales(), current.locale)}
          onChange={(locale) => change({ locale })}
        />
        <Select
          label="Currency"
          value={current.currency}
          choices={holding(money, current.currency)}
          onChange={(currency) => change({ currency })}
        />
        <Select
          label="Fiscal year begins in"
          value={current.fiscalYearStart === null ? NOT_SAID : String(current.fiscalYearStart)}
          choices={[{ id: NOT_SAID, name: 'not said' }, ...MONTHS]}
          onChange={(month) => change({ fiscalYearStart: month === NOT_SAID ? null : Number(month) })}
        />
        <fieldset className={styles.wide}>
          <legend>Working week</legend>
          <div className={styles.week}>
            {WEEKDAYS.map(({ day, name }) => (
              <Button
                key={day}
                size="small"
                pressed={week.includes(day)}
                disabled={week.length === 1 && week.includes(day)}
                onPress={() => toggle(day)}
              >
                {name}
              </Button>
            ))}
          </div>
        </fieldset>
      </div>
      <p className={styles.quiet}>
        Figures read as {formatFigure(12_340, current.currency, { locale: current.locale })}; “eoq” in a typed
        line
        {current.fiscalYearStart === null
          ? ' is kept as text until somebody says when the fiscal year begins.'
          : ' follows the fiscal year.'}
        {pinnedDay !== null && ` This organization lives on ${longDay(pinnedDay)} ${pinnedDay.slice(0, 4)}.`}
      </p>
    </Section>
  );
}
