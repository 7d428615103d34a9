import { useCallback } from 'react';
import { useRegisters } from './WorkspaceContext.tsx';

/** The name of a person by handle; the handle itself where nobody is known by it. */
export function usePersonName(): (handle: string) => string {
  const { people } = useRegisters();
  return useCallback((handle) => people.find((person) => person.id === handle)?.name ?? handle, [people]);
}
