import { useAppend, useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Organization } from '#shared/registers/registers.ts';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

/** The organization as it is set, or as it is taken to be until somebody says otherwise, and how to change it. */
export function useOrganization(): {
  readonly current: Organization;
  readonly change: (changes: Partial<Organization>, clearDraft?: string) => void;
} {
  const { organization } = useRegisters();
  const { hello } = useWorkspace();
  const append = useAppend();
  const current: Organization = organization ?? {
    name: 'Our organization',
    timeZone: hello.zone,
    locale: hello.locale,
    currency: 'EUR',
    workingWeek: MONDAY_TO_FRIDAY,
    fiscalYearStart: null,
  };
  const change = (changes: Partial<Organization>, clearDraft?: string) => {
    append(
      [{ stream: 'organization', type: 'organization-named', data: { ...current, ...changes } }],
      clearDraft === undefined ? {} : { clearDraft },
    );
  };
  return { current, change };
}
