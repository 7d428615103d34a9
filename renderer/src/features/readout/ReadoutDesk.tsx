import { useCallback, useMemo, useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { longDay, shortDay } from '#renderer/src/ui/dates.ts';
import { Page } from '#renderer/src/ui/Page.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { toHtml } from '#shared/readout/html.ts';
import type { Readout } from '#shared/readout/readout.ts';
import type { ReviewSummary } from '#shared/registers/registers.ts';
import type { Review } from '#shared/review/review.ts';
import { EditPanel } from './EditPanel.tsx';
import { Paper } from './Paper.tsx';
import styles from './ReadoutPage.module.css';
import { useExports } from './use-exports.ts';
import { useReadout } from './use-readout.ts';

type Props = { readonly review: Review; readonly reviews: readonly ReviewSummary[] };

function statusWords(one: ReviewSummary): string {
  if (one.status !== 'closed') return 'live, a draft';
  return one.hasReadout ? 'final' : 'not made yet';
}

function Chooser({ review, reviews }: Props) {
  return (
    <Select
      label="Review"
      hideLabel
      look="link"
      value={review.id}
      choices={reviews.map((one) => ({
        id: one.id,
        name: one.date === null ? one.id : `${shortDay(one.date)}\u00a0${one.date.slice(0, 4)}`,
        remark: statusWords(one),
      }))}
      onChange={(id) => goTo({ page: 'readout', review: id })}
    />
  );
}

/** The readout of one review on the desk: the paper, and beside it the words that may still change. */
export function ReadoutDesk({ review, reviews }: Props) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const onTyping = useCallback(
    (id: string, text: string | null) =>
      setTyped((before) => {
        if ((before[id] ?? null) === text) return before;
        const { [id]: _gone, ...rest } = before;
        return text === null ? rest : { ...rest, [id]: text };
      }),
    [],
  );
  const shown = useReadout(review, typed);
  if (shown.kind === 'waiting' || shown.kind === 'unreadable') {
    return (
      <Page title="Readout" remark={<Chooser review={review} reviews={reviews} />}>
        <p role="status" className={styles.empty}>
          {shown.kind === 'waiting' ? 'Evaluating the series…' : `${shown.why} It is kept as it was made.`}
        </p>
      </Page>
    );
  }
  const { readout } = shown;
  const kept = shown.kind === 'proposed' ? shown.kept : null;
  return <Desk review={review} reviews={reviews} readout={readout} kept={kept} onTyping={onTyping} />;
}

type DeskProps = Props & {
  readonly readout: Readout;
  /** The readout without what is still being typed, null once it is made. */
  readonly kept: Readout | null;
  readonly onTyping: (id: string, text: string | null) => void;
};

function Desk({ review, reviews, readout, kept, onTyping }: DeskProps) {
  const frozen = kept === null;
  const append = useAppend();
  const exports = useExports(readout);
  const html = useMemo(() => toHtml(readout), [readout]);
  const closed = review.status === 'closed';
  const make = () => {
    append([{ stream: `review:${review.id}`, type: 'readout-made', data: { readout } }]);
    notify('The readout is made. It stays as it is, whatever arrives later.');
  };
  const group = 'Readout' as const;
  useCommands([
    { id: 'readout-pdf', name: 'Save the readout as PDF', group, run: () => void exports.pdf() },
    { id: 'readout-html', name: 'Save the readout as HTML', group, run: () => void exports.html() },
    {
      id: 'readout-markdown',
      name: 'Save the readout as Markdown',
      group,
      run: () => void exports.markdown(),
    },
    ...(closed && !frozen ? [{ id: 'readout-make', name: 'Make the readout', group, run: make }] : []),
  ]);
  return (
    <Page
      flush
      title="Readout"
      remark={<Chooser review={review} reviews={reviews} />}
      actions={
        <>
          <Button onPress={() => void exports.markdown()}>Markdown</Button>
          <Button onPress={() => void exports.html()}>HTML</Button>
          <Button look={frozen ? 'primary' : 'plain'} onPress={() => void exports.pdf()}>
            PDF
          </Button>
          {closed && !frozen && (
            <Button look="primary" onPress={make}>
              Make the readout
            </Button>
          )}
        </>
      }
    >
      <div className={styles.desk}>
        <Paper html={html} label={`Readout of ${longDay(review.date ?? '')}`} />
        <aside className={styles.panel} aria-label="Texts of the readout">
          <p className={styles.state}>{stateWords(readout, { frozen, closed })}</p>
          <p className={styles.also}>
            <Button look="link" onPress={() => void exports.actions()}>
              Commitments as CSV
            </Button>
            <Button look="link" onPress={() => void exports.dueDates()}>
              Due dates for a calendar
            </Button>
          </p>
          {kept !== null && <EditPanel review={review} readout={kept} onTyping={onTyping} />}
        </aside>
      </div>
    </Page>
  );
}

function stateWords(
  { header }: Readout,
  { frozen, closed }: { readonly frozen: boolean; readonly closed: boolean },
): string {
  if (frozen) {
    const made = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: header.timeZone,
    });
    return `Made on ${made.format(Date.parse(header.madeAt))}. It stays as it is, whatever arrives later.`;
  }
  return closed
    ? 'The review is closed. Say what needs other words, then make the readout; from then on it stays as it is.'
    : 'A draft: the review is still live and writes here while it runs. It can be made when the review is closed.';
}
