import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import type { StoredEvent } from '#shared/events/event.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { type FoldReview, rememberReviews } from '#shared/review/remembered-fold.ts';
import type { Review } from '#shared/review/review.ts';
import type { NewEvent } from './author.ts';
import type { Together } from './event-log.ts';
import type { SavingState } from './saving-watch.ts';
import type { Workspace } from './workspace.ts';

type Known = {
  readonly workspace: Workspace;
  readonly events: readonly StoredEvent[];
  readonly registers: Registers;
  /** Folds a review once for the registers and for whoever shows it. */
  readonly fold: FoldReview;
};

const Context = createContext<Known | null>(null);

function useKnown(): Known {
  const known = useContext(Context);
  if (known === null) throw new Error('There is no workspace above this component.');
  return known;
}

/** Folds the log once for every screen beneath it. */
export function WorkspaceProvider({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}) {
  const events = useSyncExternalStore(workspace.log.subscribe, workspace.log.events);
  const [fold] = useState(rememberReviews);
  const registers = useMemo(() => foldRegisters(events, fold), [events, fold]);
  const known = useMemo(() => ({ workspace, events, registers, fold }), [workspace, events, registers, fold]);
  return <Context value={known}>{children}</Context>;
}

export function useWorkspace(): Workspace {
  return useKnown().workspace;
}

/** Everything authored, for folds that a hook does not offer. */
export function useEvents(): readonly StoredEvent[] {
  return useKnown().events;
}

/** People, entities, actions, risks, ...: the registers as the events of all streams tell them. */
export function useRegisters(): Registers {
  return useKnown().registers;
}

export function useReviewEvents(id: string | null): readonly StoredEvent[] {
  const { events } = useKnown();
  return useMemo(
    () => (id === null ? [] : events.filter((event) => event.stream === `review:${id}`)),
    [events, id],
  );
}

/** One review, or null while there is none of that id. */
export function useReview(id: string | null): Review | null {
  const own = useReviewEvents(id);
  const { fold } = useKnown();
  return useMemo(() => (id === null || own.length === 0 ? null : fold(id, own)), [id, own, fold]);
}

/** Authors events: shown at once, stored in the database and the journal. */
export function useAppend(): (events: readonly NewEvent[], together?: Together) => readonly StoredEvent[] {
  return useKnown().workspace.log.append;
}

export function useSaving(): SavingState {
  const { saving } = useKnown().workspace;
  return useSyncExternalStore(saving.subscribe, saving.state);
}
