import { useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Happening } from '#renderer/src/walk/happenings.ts';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import type { Day } from '#shared/day.ts';
import { type SuggestedLevel, suggestedLevels } from '#shared/signals/change-points/suggested-levels.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { candidateCauses } from './candidate-causes.ts';
import styles from './MetricPage.module.css';

type Props = {
  readonly reading: SeriesReading;
  /** First period of the new limits unless a suggestion names another. */
  readonly from: Day;
  readonly happenings: readonly Happening[];
};

/** A level that has held: what it is, and what may have caused it. It changes nothing until somebody names the cause. */
function Suggestion({
  level,
  happenings,
  onTake,
}: {
  readonly level: SuggestedLevel;
  readonly happenings: readonly Happening[];
  readonly onTake: (cause: string) => void;
}) {
  const causes = candidateCauses(level.from, happenings);
  return (
    <div className={styles.suggestion}>
      <p>{level.sentence}</p>
      {causes.map(({ id, from, text }) => (
        <Button key={id} size="small" onPress={() => onTake(text)}>
          {`${shortDay(from)}, ${text}`}
        </Button>
      ))}
      <Button size="small" onPress={() => onTake('')}>
        {causes.length === 0 ? 'Name its cause' : 'Another cause'}
      </Button>
    </div>
  );
}

/** New limits from a named cause on: from the chosen point, or from where a level seems to have begun. */
export function NewLimits({ reading, from, happenings }: Props) {
  const append = useAppend();
  const [start, setStart] = useState<Day | null>(null);
  const draft = `rebaseline ${reading.id}`;
  const { text: cause, setText } = useDraft(draft);
  const suggested = suggestedLevels(reading)
    .filter((level) => level.isSustained)
    .at(-1);
  const begin = () => {
    if (cause.trim() === '' || start === null) return;
    append(
      [
        {
          stream: 'organization',
          type: 'rebaselined',
          data: { series: reading.id, from: start, cause: cause.trim() },
        },
      ],
      { clearDraft: draft },
    );
    notify(`New limits from ${fullPeriodName(start, reading.grain)}: ${cause.trim()}.`);
    setText('');
    setStart(null);
  };
  if (start === null) {
    return (
      <>
        {suggested !== undefined && (
          <Suggestion
            level={suggested}
            happenings={happenings}
            onTake={(known) => {
              if (known !== '') setText(known);
              setStart(suggested.from);
            }}
          />
        )}
        <div>
          <Button size="small" onPress={() => setStart(from)}>
            New limits from {fullPeriodName(from, reading.grain)}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div className={styles.form}>
      <TextField
        label={`What changed at ${fullPeriodName(start, reading.grain)}`}
        placeholder="trunk-based merging since 1 September"
        value={cause}
        onChange={setText}
        onEnter={begin}
        onEscape={() => setStart(null)}
        autoFocus
        hint="Only a change that somebody can name deserves new limits; a signal alone does not."
      />
      <div className={styles.row}>
        <Button size="small" keys={['Enter']} disabled={cause.trim() === ''} onPress={begin}>
          Begin new limits
        </Button>
        <Button size="small" look="quiet" onPress={() => setStart(null)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
