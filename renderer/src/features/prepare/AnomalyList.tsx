import { useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './AnomalyList.module.css';
import { AnomalyRow } from './AnomalyRow.tsx';
import { moved, putBack, walkOf } from './anomaly-order.ts';
import { expectedWords, nothingWords } from './anomaly-words.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

type Props = { readonly review: Review; readonly state: CurrentState };

/** What the room will walk through, in order; reordered and set aside by key. */
export function AnomalyList({ review, state }: Props) {
  const append = useAppend();
  const walk = walkOf(review, state);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const selected = walk.put.find((one) => one.anomaly.id === chosen) ?? walk.put[0];
  const stream = `review:${review.id}` as const;
  const step = (by: number) => {
    const at = selected === undefined ? 0 : selected.place - 1 + by;
    const next = walk.put[Math.min(walk.put.length - 1, Math.max(0, at))];
    if (next !== undefined) setChosen(next.anomaly.id);
  };
  const move = (by: -1 | 1) => {
    const order = selected === undefined ? null : moved(walk, selected.anomaly.id, by);
    if (order === null || selected === undefined) return;
    setChosen(selected.anomaly.id);
    append([{ stream, type: 'anomalies-ordered', data: order }]);
  };
  const group = 'Anomalies';
  useCommands([
    { id: 'next', name: 'Next anomaly', group, keys: ['j', 'ArrowDown'], hidden: true, run: () => step(1) },
    {
      id: 'previous',
      name: 'Previous anomaly',
      group,
      keys: ['k', 'ArrowUp'],
      hidden: true,
      run: () => step(-1),
    },
    { id: 'up', name: 'Move up in its dimension', group, keys: ['Alt+ArrowUp'], run: () => move(-1) },
    { id: 'down', name: 'Move down in its dimension', group, keys: ['Alt+ArrowDown'], run: () => move(1) },
    {
      id: 'aside',
      name: 'Set aside, with a reason',
      group,
      keys: ['x'],
      run: () => setAsking(selected !== undefined),
    },
    {
      id: 'open',
      name: 'Open the chart',
      group,
      keys: ['Enter'],
      run: () =>
        selected !== undefined &&
        selected.anomaly.reading.points.length > 0 &&
        goTo({ page: 'metric', series: selected.anomaly.reading.id }),
    },
  ]);
  return (
    <div className={styles.list}>
      <Section title="Anomalies" remark={`${walk.put.length} put forward`}>
        {walk.put.length === 0 && <p className={styles.none}>{nothingWords(state)}</p>}
        <ol>
          {walk.put.map((one) => (
            <AnomalyRow
              key={one.anomaly.id}
              placed={one}
              selected={one.anomaly.id === selected?.anomaly.id}
              onSelect={() => setChosen(one.anomaly.id)}
            />
          ))}
        </ol>
        {walk.put.length > 0 && (
          <p className={styles.keys}>
            <Key>j</Key> <Key>k</Key> choose <Key>Alt</Key> <Key>↑</Key> <Key>↓</Key> reorder <Key>x</Key> set
            aside <Key>Enter</Key> open
          </p>
        )}
        {state.readings.length > 0 && <p className={styles.remark}>{expectedWords(state)}</p>}
      </Section>
      {walk.aside.length > 0 && (
        <Section title="Set aside" remark={`${walk.aside.length}, with a reason`}>
          <ul className={styles.aside}>
            {walk.aside.map((anomaly) => (
              <li key={anomaly.id}>
                <span>
                  <b>{anomaly.headline}</b>: <span dir="auto">{review.aside[anomaly.id]}</span>
                </span>
                <Button
                  look="link"
                  onPress={() =>
                    append([
                      { stream, type: 'anomaly-put-back', data: { anomaly: anomaly.id } },
                      { stream, type: 'anomalies-ordered', data: putBack(review, state, anomaly) },
                    ])
                  }
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ReasonDialog
        title={`Set aside: ${selected?.anomaly.headline ?? ''}`}
        label="Why is it not talked about?"
        draft={`aside:${review.id}`}
        open={asking}
        onClose={() => setAsking(false)}
        onGive={(reason, clearDraft) => {
          if (selected === undefined) return;
          const next = walk.put[selected.place] ?? walk.put[selected.place - 2];
          setChosen(next?.anomaly.id ?? null);
          append([{ stream, type: 'anomaly-set-aside', data: { anomaly: selected.anomaly.id, reason } }], {
            clearDraft,
          });
        }}
      />
    </div>
  );
}
