import { useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { anomaliesOf } from '#renderer/src/walk/steps.ts';
import { Told } from '#renderer/src/walk/Told.tsx';
import { dimensionById } from '#shared/drive/catalogue.ts';
import { anomaliesThatFit } from '#shared/review/agenda.ts';
import type { ReviewAnomaly, ReviewBlock } from '#shared/review/review.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { BlockedInitiatives } from './BlockedInitiatives.tsx';
import styles from './Blocks.module.css';
import { useVerdictWords } from './StageFooter.tsx';
import { useRows } from './stage-layout.ts';

const TONES = { worse: 'worse', better: 'better', neither: 'changed' } as const;

function fitWords(count: number, block: ReviewBlock): string {
  const fits = anomaliesThatFit(block.minutes);
  const walked = `${counted(count, 'anomaly', 'anomalies')}, worst first.`;
  return fits >= count
    ? walked
    : `${walked} ${block.minutes} minutes carry ${fits}; what is left leads next time.`;
}

function Ahead({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const verdictWords = useVerdictWords();
  return (
    <li>
      <Mark shape="diamond" tone={TONES[anomaly.direction]} />
      <span className={styles['cut']} title={anomaly.headline}>
        <Told text={anomaly.headline} names={[anomaly.entityName]} />
      </span>
      <span className={styles['quiet']}>
        {anomaly.status === 'decided' ? verdictWords(anomaly).replace('Verdict: ', '') : ''}
      </span>
    </li>
  );
}

/** A dimension opens on its leadership question, its state, and what will be walked. */
export function DimensionView({ block }: { readonly block: ReviewBlock }) {
  const { review } = useLive();
  const dimension = dimensionById(block.dimension ?? '');
  const anomalies = anomaliesOf(review, block);
  const read = review.dimensions.find((one) => one.dimension === block.dimension);
  const shownRows = useRows(anomalies.length + 1);
  const name = dimension?.name ?? block.name;
  const looked = counted(read?.series ?? 0, 'series was', 'series were');
  const quiet =
    read === undefined || read.series === 0
      ? `${name} is not measured: no series belongs to it yet.`
      : `Nothing left its routine in ${name}. ${looked} looked at.`;
  return (
    <>
      <h1>{dimension?.question ?? block.purpose}</h1>
      <p className={styles['lead']} dir="ltr">
        {anomalies.length === 0 ? quiet : `${read?.sentence ?? ''} ${fitWords(anomalies.length, block)}`}
      </p>
      {anomalies.length > 0 && (
        <ol className={`${styles['rows']} ${styles['said']}`}>
          {anomalies.slice(0, shownRows).map((anomaly) => (
            <Ahead key={anomaly.id} anomaly={anomaly} />
          ))}
        </ol>
      )}
      {anomalies.length > shownRows && (
        <p className={styles['more']}>and {anomalies.length - shownRows} more</p>
      )}
      {block.dimension === 'initiatives' && <BlockedInitiatives />}
      {anomalies.length === 0 && read !== undefined && (
        <NotMeasured missing={read.missing} stale={read.stale} />
      )}
    </>
  );
}

const NAMED = 4;

/** The names of what is missing, without what would feed it; the first few, and how many more. */
function namesIn(lines: readonly string[]): string {
  const names = lines.map((line) => inSentence(line.split(':')[0] ?? line));
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function NotMeasured({
  missing,
  stale,
}: {
  readonly missing: readonly string[];
  readonly stale: readonly string[];
}) {
  const lines = [
    ...(stale.length === 0 ? [] : [`Stale: ${namesIn(stale)}`]),
    ...(missing.length === 0 ? [] : [`Not measured: ${namesIn(missing)}`]),
  ];
  return lines.map((line) => (
    <p key={line} className={styles['lead']} dir="auto">
      {line}.
    </p>
  ));
}
