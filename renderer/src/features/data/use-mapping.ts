import { useState } from 'react';
import type { Grant } from '#shared/ipc/contract.ts';
import type { ScaleShift } from '#shared/series/scale-shift.ts';
import { withAnswer } from '#shared/tabular/answers.ts';
import type { Question, ReadSettings } from '#shared/tabular/reading.ts';
import type { NameDecisions } from './names/decisions.ts';
import { type Compared, useComparison } from './use-comparison.ts';
import { type FileReading, useReading } from './use-reading.ts';

/** Settings that are changed on the screen: values of one kind each, checked where they are read. */
export type SettingsChange = Partial<Record<keyof ReadSettings, unknown>>;

export type Mapping = FileReading &
  Compared & {
    readonly settings: ReadSettings;
    /** Whether somebody changed settings on this screen. */
    readonly changed: boolean;
    readonly decisions: NameDecisions;
    readonly set: (settings: ReadSettings) => void;
    readonly change: (change: SettingsChange) => void;
    /** Gives a setting back to detection. */
    readonly forget: (key: keyof ReadSettings) => void;
    readonly answer: (question: Question, choice: string) => void;
    /** Metrics whose values look as if their unit had changed, as long as nobody said otherwise. */
    readonly openShifts: readonly ScaleShift[];
    readonly confirmScale: (metric: string) => void;
    /** Says that a name stands for another, or is its own (null). It is stored when the file is. */
    readonly decideName: (name: string, standsFor: string | null) => void;
  };

const NONE: NameDecisions = new Map();

/** Reads one file, again with every change of its settings, and says what taking it in would do. Nothing is stored. */
export function useMapping(grant: Grant): Mapping {
  const [settings, setSettings] = useState<ReadSettings | null>(null);
  const [decisions, setDecisions] = useState(NONE);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const reading = useReading(grant, settings);
  const compared = useComparison(reading.read?.points ?? null, decisions);
  const inForce = settings ?? reading.read?.reading.settings ?? {};
  return {
    ...reading,
    ...compared,
    settings: inForce,
    changed: settings !== null && Object.keys(settings).length > 0,
    decisions,
    set: setSettings,
    change: (change) => setSettings({ ...inForce, ...change } as ReadSettings),
    forget: (key) => {
      const { [key]: _gone, ...rest } = inForce;
      setSettings(rest);
    },
    answer: (question, choice) => setSettings(withAnswer(inForce, question, choice)),
    openShifts: (compared.comparison?.scaleShifts ?? []).filter((one) => !confirmed.includes(one.metric)),
    confirmScale: (metric) => setConfirmed([...confirmed, metric]),
    decideName: (name, standsFor) => setDecisions(new Map([...decisions, [name, standsFor]])),
  };
}
