import { useMemo } from 'react';
import type { CaptureContext } from '#shared/review/capture/capture.ts';
import { useToday } from './today.ts';
import { useRegisters, useWorkspace } from './WorkspaceContext.tsx';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

/** What is typed after `@` for a person. */
export function handleOf(id: string): string {
  return id.replace(/\s+/g, '.');
}

/** What a typed line is read with: the organization's day, people, working week and the typist's locale. */
export function useCaptureContext(): Omit<CaptureContext, 'pressed' | 'anomaly'> {
  const { people, entities, organization } = useRegisters();
  const { hello } = useWorkspace();
  const today = useToday();
  return useMemo(
    () => ({
      today,
      locale: organization?.locale ?? hello.locale,
      workweek: organization?.workingWeek ?? MONDAY_TO_FRIDAY,
      fiscalYearStart:
        organization?.fiscalYearStart == null
          ? null
          : `${String(organization.fiscalYearStart).padStart(2, '0')}-01`,
      people: people
        .filter((person) => person.active)
        .map(({ id, name }) => ({ id, handle: handleOf(id), name })),
      entities: entities.map((entity) => entity.displayName ?? entity.id),
    }),
    [today, organization, hello.locale, people, entities],
  );
}
