import { useMemo } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useEvents, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { anomaliesOfItems, type Happening, happeningsOf } from '#renderer/src/walk/happenings.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

const NO_READINGS: readonly SeriesReading[] = [];

/** What stands beside the series in time, newest first. */
export function useHappenings(reading: SeriesReading): readonly Happening[] {
  const registers = useRegisters();
  const events = useEvents();
  const readings = useCurrentState().state?.readings ?? NO_READINGS;
  return useMemo(
    () => happeningsOf(reading, { registers, anomalyOf: anomaliesOfItems(events), readings }),
    [reading, registers, events, readings],
  );
}
