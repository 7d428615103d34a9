import { useWallTime } from '#renderer/src/data/today.ts';
import { inReview } from '#renderer/src/features/live/authoring.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { doubtsOf } from '#renderer/src/features/live/line/chips.ts';
import { LANDING } from '#renderer/src/features/live/line/fly.ts';
import { KIND_NAMES } from '#renderer/src/features/live/line/line-words.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { verdictById } from '#shared/drive/registers.ts';
import type { ReviewAnomaly, ReviewItem } from '#shared/review/review.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { MOST_LISTED, SetAside } from './SetAside.tsx';
import styles from './TakenDown.module.css';

type Entry =
  | { readonly kind: 'item'; readonly atMs: number; readonly item: ReviewItem }
  | { readonly kind: 'verdict'; readonly atMs: number; readonly anomaly: ReviewAnomaly };

function useEntries(): readonly Entry[] {
  const { review } = useLive();
  const block = review.blocks.find((one) => one.id === review.currentBlock);
  const here = new Set(
    review.anomalies.filter((anomaly) => anomaly.dimension === block?.dimension).map((anomaly) => anomaly.id),
  );
  const items = review.items
    .filter(
      (item) =>
        !item.private && (item.block === block?.id || (item.anomaly !== null && here.has(item.anomaly))),
    )
    .map((item): Entry => ({ kind: 'item', atMs: item.made.atMs, item }));
  const verdicts = review.anomalies.flatMap((anomaly): readonly Entry[] =>
    anomaly.verdict === null || !here.has(anomaly.id)
      ? []
      : [{ kind: 'verdict', atMs: anomaly.verdict.atMs, anomaly }],
  );
  return [...items, ...verdicts].sort((left, right) => right.atMs - left.atMs);
}

function ItemEntry({ item, newest }: { readonly item: ReviewItem; readonly newest: boolean }) {
  const { review, nameOf } = useLive();
  const desk = useDesk();
  const wallTime = useWallTime();
  const remove = () =>
    desk.author(
      [inReview(review, 'item-removed', { item: item.id, reason: null })],
      'Removed; u takes that back.',
    );
  return (
    <li {...(newest ? { [LANDING]: true } : {})}>
      <time className={styles['time']}>{wallTime(item.made.atMs)}</time>
      <b>{KIND_NAMES[item.kind]}</b>
      <span className={styles['text']} title={item.text}>
        <span className={styles['cut']} dir="auto">
          {item.text}
        </span>
        <span className={styles['quiet']}>
          {item.owner !== null && <bdi>{nameOf(item.owner)}</bdi>}
          {item.owner !== null && item.due !== null && ', '}
          {item.due !== null && shortDay(item.due)}
        </span>
        {doubtsOf(item).map((doubt) => (
          <span key={doubt} className={styles['missing']}>
            {doubt}
          </span>
        ))}
      </span>
      <span className={styles['choices']}>
        <Button
          look="link"
          label={`Edit: ${item.text}`}
          onPress={() => desk.open({ kind: 'edit', item: item.id })}
        >
          edit
        </Button>
        <Button look="link" label={`Remove: ${item.text}`} onPress={remove}>
          remove
        </Button>
      </span>
    </li>
  );
}

function VerdictEntry({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const { verdict } = anomaly;
  const wallTime = useWallTime();
  if (verdict === null) return null;
  const name = (verdictById(verdict.verdict)?.name ?? verdict.verdict).toLowerCase();
  return (
    <li>
      <time className={styles['time']}>{wallTime(verdict.atMs)}</time>
      <b>Verdict</b>
      <span className={styles['text']} dir="auto">
        <span className={styles['cut']}>
          {anomaly.entityName}, {inSentence(anomaly.metricName)}: {name}
          {verdict.reason === null ? '' : `; ${verdict.reason}`}
        </span>
      </span>
    </li>
  );
}

/** What was taken down in this block, newest first, to be corrected or removed where it stands. */
export function TakenDown() {
  const entries = useEntries();
  return (
    <Section
      title="Taken down in this block"
      remark={
        <>
          <Key>F2</Key> corrects, <Key>u</Key> undoes the last
        </>
      }
    >
      <ul className={styles['log']}>
        {entries
          .slice(0, MOST_LISTED)
          .map((entry, index) =>
            entry.kind === 'item' ? (
              <ItemEntry key={entry.item.id} item={entry.item} newest={index === 0} />
            ) : (
              <VerdictEntry key={entry.anomaly.id} anomaly={entry.anomaly} />
            ),
          )}
      </ul>
      {entries.length > MOST_LISTED && (
        <p className={styles['quiet']}>and {entries.length - MOST_LISTED} before these, in the read-back</p>
      )}
      <SetAside />
      {entries.length === 0 && <p className={styles['quiet']}>Nothing yet.</p>}
    </Section>
  );
}
