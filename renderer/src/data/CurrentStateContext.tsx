import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Evaluator, startEvaluator } from '#renderer/src/workers/evaluation.ts';
import { evaluationBasis } from '#renderer/src/workers/evaluation-basis.ts';
import type { RestatedFigure } from '#shared/review/restated.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { useToday } from './today.ts';
import { useRegisters, useWorkspace } from './WorkspaceContext.tsx';

export type KnownState = {
  /** Null until the first evaluation is done. */
  readonly state: CurrentState | null;
  /** Sentences about points that could not be joined. */
  readonly notes: readonly string[];
  /** What has changed since in the periods that the last review had before it. */
  readonly restated: readonly RestatedFigure[];
  readonly working: boolean;
  readonly trouble: string | null;
  readonly evaluator: Evaluator;
};

const Context = createContext<KnownState | null>(null);

/** Evaluates the stored series whenever what they depend on changes, off the main thread. */
export function CurrentStateProvider({ children }: { readonly children: ReactNode }) {
  const { database } = useWorkspace();
  const registers = useRegisters();
  const asOf = useToday();
  const [evaluator] = useState(startEvaluator);
  const [known, setKnown] = useState<Omit<KnownState, 'evaluator'>>({
    state: null,
    notes: [],
    restated: [],
    working: true,
    trouble: null,
  });
  // The basis is compared as text: the registers are folded anew with every event, most of which change none of it.
  const basis = JSON.stringify(evaluationBasis(registers, database.name, asOf));

  useEffect(() => {
    let current = true;
    setKnown((before) => ({ ...before, working: true }));
    evaluator.evaluate(JSON.parse(basis)).then(
      (answer) => current && answer !== null && setKnown({ ...answer, working: false, trouble: null }),
      (cause) =>
        current &&
        setKnown((before) => ({ ...before, working: false, trouble: String(cause?.message ?? cause) })),
    );
    return () => {
      current = false;
    };
  }, [evaluator, basis]);

  const value = useMemo(() => ({ ...known, evaluator }), [known, evaluator]);
  return <Context value={value}>{children}</Context>;
}

export function useCurrentState(): KnownState {
  const known = useContext(Context);
  if (known === null) throw new Error('There is no current state above this component.');
  return known;
}
