import { startTransition, useEffect, useRef, useState } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { type EvaluationBasis, snapshotsInForce } from '#renderer/src/workers/evaluation-basis.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { NameDecisions } from './names/decisions.ts';

type Known = {
  readonly points: PointTable | null;
  readonly comparison: ImportComparison | null;
  readonly trouble: string | null;
};

export type Compared = {
  /** Null until it is known for these points. */
  readonly comparison: ImportComparison | null;
  readonly comparing: boolean;
  /** A sentence when what is stored could not be compared with. */
  readonly trouble: string | null;
};

type Entities = EvaluationBasis['entities'];

/** The names on record and those that were decided on this screen, which are stored with the file. */
function withDecisions(entities: Entities, decisions: NameDecisions): Entities {
  const decided = [...decisions].flatMap(
    ([id, standsFor]): Entities =>
      standsFor === null
        ? []
        : [
            {
              id,
              kind: 'other',
              displayName: null,
              tier: null,
              team: null,
              aliasOf: standsFor,
              customerFacing: false,
            },
          ],
  );
  return [...entities.filter((one) => decisions.get(one.id) == null), ...decided];
}

/** What taking the points in would do to what is stored, worked out in the worker. Nothing is written. */
export function useComparison(points: PointTable | null, decisions: NameDecisions): Compared {
  const { database } = useWorkspace();
  const { snapshots, entities } = useRegisters();
  const { evaluator } = useCurrentState();
  const inForce = JSON.stringify(snapshotsInForce(snapshots));
  const named = useRef(entities);
  named.current = entities;
  const [known, setKnown] = useState<Known>({ points: null, comparison: null, trouble: null });

  useEffect(() => {
    if (points === null) return;
    let current = true;
    const stored = {
      database: database.name,
      snapshots: JSON.parse(inForce),
      entities: withDecisions(named.current, decisions),
    };
    // Handing millions of points over takes a moment: what was read is drawn before.
    const later = setTimeout(() => {
      evaluator.compare(points, stored).then(
        (comparison) => current && startTransition(() => setKnown({ points, comparison, trouble: null })),
        (cause) =>
          current && setKnown({ points, comparison: null, trouble: String(cause?.message ?? cause) }),
      );
    });
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [evaluator, database, points, inForce, decisions]);

  const isOf = known.points === points && points !== null;
  return {
    comparison: isOf ? known.comparison : null,
    comparing: points !== null && !isOf,
    trouble: isOf ? known.trouble : null,
  };
}
