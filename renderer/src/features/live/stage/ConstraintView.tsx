import { useLive } from '#renderer/src/features/live/live.ts';
import { candidatesOf } from '#renderer/src/features/live/readback.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { constraintRules } from '#shared/drive/registers.ts';
import { carryOver, type LastConstraint } from '#shared/review/carry-over.ts';
import type { NamedConstraint } from '#shared/review/review.ts';
import type { ConstraintCandidate } from '#shared/signals/constraint/candidates.ts';
import styles from './Blocks.module.css';
import { useStageLayout } from './stage-layout.ts';

const MOST_EVIDENCE = 2;

const MOVED = {
  yes: 'it moved',
  no: 'it did not move',
  'moved-elsewhere': 'the limit moved elsewhere',
} as const;

function lastWords({ named, unchanged, asks }: LastConstraint, since: string | null): readonly string[] {
  return [
    ...(named.subordinated === null ? [] : [`For it: ${named.subordinated}.`]),
    ...(since === null ? [] : [since]),
    ...(unchanged > 0 ? [`Unchanged for ${counted(unchanged + 1, 'review')}.`] : []),
    ...(asks ? ['What did we do for it that was visible in its series?'] : []),
  ];
}

function Named({ constraint }: { readonly constraint: NamedConstraint }) {
  const became = [
    ...(constraint.moved === null ? [] : [MOVED[constraint.moved]]),
    ...(constraint.lastBecame === null ? [] : [constraint.lastBecame]),
  ].join('; ');
  return (
    <>
      <h1 dir="auto">{constraint.name}</h1>
      <p className={styles['lead']} dir="auto">
        {constraint.unchanged ? 'The constraint is unchanged. ' : 'The one thing that limits the whole now. '}
        {constraint.subordinated === null ? '' : `For it: ${constraint.subordinated}. `}
        {became === '' ? '' : `The last one: ${became}.`}
      </p>
    </>
  );
}

type PutForwardProps = {
  readonly suggested: readonly ConstraintCandidate[];
  readonly said: readonly { readonly id: string; readonly text: string }[];
};

/** Where blocked work, stop checks and worse signals converge, then what the room said; each is named by its number. */
function PutForward({ suggested, said }: PutForwardProps) {
  return (
    <ol>
      {suggested.map(({ name, evidence }, index) => (
        <li key={name} dir="auto">
          {index + 1}&ensp;<b>{name}</b>
          <small>{evidence.slice(0, MOST_EVIDENCE).join('; ')}</small>
        </li>
      ))}
      {said.map((item, index) => (
        <li key={item.id} dir="auto">
          {suggested.length + index + 1}&ensp;{item.text}
        </li>
      ))}
    </ol>
  );
}

/** The one thing that limits the whole: what the room puts forward, the last one, and the five prompts. */
export function ConstraintView() {
  const { review, registers, today } = useLive();
  const candidates = candidatesOf(review);
  const last = carryOver(registers, today).constraint;
  const whole = useStageLayout() === 'whole';
  return (
    <>
      {review.constraint === null ? (
        <>
          <h1>What limits the whole now?</h1>
          <p className={styles['lead']}>Exactly one. Enter puts one forward, its number names it.</p>
        </>
      ) : (
        <Named constraint={review.constraint} />
      )}
      <div className={styles['two']}>
        <div className={styles['stack']}>
          {last !== null && (
            <div className={styles['side']}>
              <h2>Last time</h2>
              <p dir="auto">{last.named.name}</p>
              <small dir="auto">{lastWords(last, review.constraintSince).join(' ')} 0 says: unchanged.</small>
            </div>
          )}
          <div className={styles['side']}>
            <h2>Put forward</h2>
            <PutForward suggested={review.candidates} said={candidates} />
            {review.candidates.length + candidates.length === 0 && <p>Nothing yet.</p>}
            {whole && <small>{constraintRules.caution}</small>}
          </div>
        </div>
        <div className={styles['side']}>
          <h2>To ask</h2>
          <ol>
            {constraintRules.steps.map((step) => (
              <li key={step.id}>{step.prompt}</li>
            ))}
          </ol>
        </div>
      </div>
    </>
  );
}
