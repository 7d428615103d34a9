import { useMemo } from 'react';
import { useLive } from '#renderer/src/features/live/live.ts';
import { useVerdictWords } from '#renderer/src/features/live/stage/StageFooter.tsx';
import { useNumbered } from '#renderer/src/features/live/use-number-commands.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { CheckEvidence } from '#renderer/src/walk/CheckEvidence.tsx';
import { eventsNear } from '#renderer/src/walk/happenings.ts';
import { chartOf, PointedChart } from '#renderer/src/walk/PointedChart.tsx';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { Told } from '#renderer/src/walk/Told.tsx';
import { verdictById } from '#shared/drive/registers.ts';
import type { ReviewAnomaly, ReviewBlock } from '#shared/review/review.ts';
import type { AnomalyCheck } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import styles from './AtHand.module.css';
import { ContentAtHand } from './ContentAtHand.tsx';
import { SaidBefore } from './SaidBefore.tsx';

const TONES = { worse: 'worse', better: 'better', neither: 'changed' } as const;
const TONE_WORDS = { worse: 'worse', better: 'better', neither: 'changed' } as const;

/** The anomaly or the block on the stage, with what only the facilitator needs: questions, keys, when it is done. */
export function AtHand() {
  const { review } = useLive();
  const step = stepNow(review);
  if (step === null) return null;
  return step.anomaly === null ? (
    <BlockAtHand block={step.block} />
  ) : (
    <AnomalyAtHand anomaly={step.anomaly} />
  );
}

function Chart({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const { registers } = useLive();
  const { reading, onset } = anomaly;
  const options = useMemo(
    () => ({ events: eventsNear(reading, onset, registers) }),
    [reading, onset, registers],
  );
  return <PointedChart reading={reading} size="app" options={options} name={chartOf(anomaly)} by="hand" />;
}

function AnomalyAtHand({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const verdictWords = useVerdictWords();
  const decided = anomaly.verdict !== null || anomaly.asideReason !== null;
  return (
    <>
      <Section
        first
        title={`${anomaly.entityName}, ${inSentence(anomaly.metricName)}`}
        remark={
          <span className={styles['tag']} data-tone={anomaly.direction}>
            <Mark shape="diamond" tone={TONES[anomaly.direction]} />
            {TONE_WORDS[anomaly.direction]}
          </span>
        }
      >
        <p className={styles['sentence']}>
          <Told text={anomaly.sentence} names={[anomaly.entityName]} />
        </p>
        {anomaly.reading.points.length > 0 && <Chart anomaly={anomaly} />}
      </Section>
      <Questions anomaly={anomaly} />
      <Section title="Verdict" remark={decided ? verdictWords(anomaly) : <Natural anomaly={anomaly} />}>
        <Contested anomaly={anomaly} />
        <Numbered />
      </Section>
      <SaidBefore anomaly={anomaly} />
      {anomaly.check !== undefined && <Check check={anomaly.check} />}
      <Section title="Why it stands here">
        <p className={styles['because']}>Ranked here: {anomaly.because}</p>
        {anomaly.movedWith.length > 0 && (
          <p className={styles['because']} dir="ltr">
            Moved with it: {anomaly.movedWith.map((one) => one.text).join('; ')}
          </p>
        )}
      </Section>
    </>
  );
}

/** Nothing is decided yet; a cross-check says which verdict fits it most naturally. */
function Natural({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const natural = verdictById(anomaly.check?.verdict ?? '');
  if (natural === undefined) return 'No verdict yet';
  return (
    <>
      none yet; fits most naturally: <Key>{natural.key}</Key> {natural.name.toLowerCase()}
    </>
  );
}

/** What the claim rests on, and what would refute it. */
function Check({ check }: { readonly check: AnomalyCheck }) {
  return (
    <Section title={check.name}>
      <p className={styles['because']} dir="auto">
        {check.rule}
      </p>
      <CheckEvidence check={check} most={6} look="list" />
      <p className={styles['because']} dir="auto">
        It would be wrong if: {[...check.refutedBy, ...check.notes].join(' ')}
      </p>
    </Section>
  );
}

function Questions({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const asked = anomaly.questions.filter((question) => anomaly.asked.includes(question)).length;
  const next = anomaly.questions.find((question) => !anomaly.asked.includes(question));
  if (anomaly.questions.length === 0) return null;
  return (
    <Section
      title="Ask"
      remark={
        <>
          {asked} of {anomaly.questions.length} asked&ensp;<Key>q</Key> asked, next
        </>
      }
    >
      <ul className={styles['ask']}>
        {anomaly.questions.map((question) => {
          const done = anomaly.asked.includes(question);
          return (
            <li key={question} data-done={done || undefined} data-now={question === next || undefined}>
              <Mark shape={done ? 'check' : 'open'} />
              <span dir="auto">{question}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Two people decided without seeing each other: both verdicts, until one more settles it. */
function Contested({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  if (anomaly.contested.length === 0) return null;
  const said = anomaly.contested.map((one) => `${one.actor} said ${one.verdict}`).join(', ');
  return <p className={styles['because']}>Decided twice at once: {said}. The next verdict settles it.</p>;
}

function Numbered() {
  const numbered = useNumbered();
  return (
    <ul className={styles['numbered']}>
      {numbered.map(({ key, name, run }) => (
        <li key={key}>
          <button type="button" onClick={run}>
            <Key>{key}</Key>
            {name.replace(/^[^:]*: /, '')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function BlockAtHand({ block }: { readonly block: ReviewBlock }) {
  const numbered = useNumbered();
  return (
    <>
      <Section first title={block.name} remark={`${block.speaks}`}>
        {block.purpose !== block.name && (
          <p className={styles['sentence']} dir="auto">
            {block.purpose}
          </p>
        )}
        {block.done !== '' && <p className={styles['because']}>Done when: {block.done}</p>}
      </Section>
      {block.content !== undefined && <ContentAtHand block={block} content={block.content} />}
      {numbered.length > 0 && block.content?.kind !== 'checklist' && (
        <Section title="Now">
          <Numbered />
        </Section>
      )}
    </>
  );
}
