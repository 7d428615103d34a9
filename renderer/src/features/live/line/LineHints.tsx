import { CommandMenu } from '#renderer/src/commands/CommandMenu.tsx';
import { useWallTime } from '#renderer/src/data/today.ts';
import { blockedTierOne } from '#renderer/src/features/live/blocked.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { ExpectedEnd } from '#renderer/src/features/live/ExpectedEnd.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import { offersNow } from '#renderer/src/features/live/offers.ts';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { useNumbered } from '#renderer/src/features/live/use-number-commands.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { anomaliesOf, stepNow, undecidedIn } from '#renderer/src/walk/steps.ts';
import type { ReviewAnomaly, ReviewBlock } from '#shared/review/review.ts';
import { offersRebaseline } from '#shared/review/verdicts.ts';
import { LANDING } from './fly.ts';
import styles from './Line.module.css';

const CAPTURES: readonly (readonly [key: string, name: string])[] = [
  ['a', 'action'],
  ['n', 'note'],
  ['d', 'decision'],
  ['r', 'risk'],
  ['w', 'win'],
  ['p', 'parking lot'],
  ['!', 'andon'],
];

type Hint = { readonly key: string; readonly name: string };

const NEXT: Hint = { key: 'PgDn', name: 'next' };

/** The keys of a block with a list or pages of its own; null where it has none. */
function blockHints({ kind, content }: ReviewBlock): readonly Hint[] | null {
  switch (content?.kind) {
    case 'checklist':
      return [{ key: 'j k', name: 'item' }, { key: 'Enter', name: 'tick' }, NEXT];
    case 'register':
      return content.register === 'decisions' || content.register === 'changes'
        ? [{ key: 'j k', name: 'entry' }, NEXT]
        : [
            { key: 'j k', name: 'entry' },
            { key: 'Enter', name: 'owner, date, status' },
            ...(content.register === 'actions' ? [{ key: '1', name: 'done' }] : []),
            ...(content.register === 'risks' ? [{ key: '1', name: 'closed' }] : []),
            NEXT,
          ];
    case 'charts':
      return [
        { key: 'j k', name: 'chart' },
        { key: 'PgDn', name: 'next page or block' },
      ];
    case 'text':
      return [{ key: 'PgDn', name: 'next page or block' }];
    default:
  }
  if (kind === 'wins') return [{ key: 'Enter', name: 'a win, #team' }, NEXT];
  return kind === 'changes' ? [{ key: 'Enter', name: 'a change, and when' }, NEXT] : null;
}

/** What the keys mean on the stage right now, in a word or two each. */
function useHints(): readonly Hint[] {
  const { review, registers } = useLive();
  const numbered = useNumbered();
  const step = stepNow(review);
  const kind = step?.block.kind;
  if (review.status === 'suspended') return [{ key: 'Space', name: 'goes on' }];
  if (review.andons.some((pull) => pull.released === null)) {
    return [{ key: 'Space', name: 'releases the line, with what was decided' }];
  }
  const short = numbered.map(({ key, name }) => ({
    key,
    name: name.replace(/^[^:]*: /, '').replace(/, with .*$/, ''),
  }));
  const own = step?.anomaly === null ? blockHints(step.block) : null;
  if (own !== null) return own;
  if (kind === 'rating')
    return [
      { key: '1 to 5', name: 'one vote' },
      { key: 'Enter', name: 'why, without a name' },
      { key: 'u', name: 'takes a vote back' },
      { key: 'h', name: 'hand over' },
      { key: 'e', name: 'close' },
    ];
  if (kind === 'readback') {
    return [
      { key: 'j', name: 'next' },
      { key: 'Enter', name: 'complete' },
      { key: 'f', name: 'fill in for all' },
      { key: 'y', name: 'owner said yes' },
      { key: 'F2', name: 'correct' },
      { key: 'g', name: 'what holds the close' },
      ...(undecidedIn(review, null).length > 0 ? [{ key: 'x', name: 'set aside what has no verdict' }] : []),
      { key: 'h', name: 'hand over' },
      { key: 'm', name: 'open questions: not answered' },
      { key: 'e', name: 'close' },
    ];
  }
  if (kind === 'initiatives' && step?.anomaly === null && blockedTierOne(registers).length > 0) {
    return [
      { key: 'Enter', name: 'who frees it, by when' },
      { key: 'PgDn', name: 'next' },
    ];
  }
  if (kind === 'constraint') {
    return [
      { key: 'Enter', name: 'put one forward' },
      ...short.map(({ key, name }) => ({ key, name: name.replace('The constraint is ', '') })),
    ];
  }
  const { anomaly, block } = step ?? {};
  if (anomaly != null) return [...short, ...anomalyHints(anomaly)];
  if (block?.dimension != null && anomaliesOf(review, block).length > 0) {
    return [
      { key: 'PgDn', name: 'next' },
      { key: 'g', name: 'go to one' },
      { key: 'x', name: 'set aside what is left' },
    ];
  }
  return short.length > 0 ? short : [{ key: 'PgDn', name: 'next' }];
}

/** What else a key does for the anomaly on the stage, as it stands. */
function anomalyHints(anomaly: ReviewAnomaly): readonly Hint[] {
  const offers = anomaly.verdict?.verdict === 'explained' && offersRebaseline(anomaly);
  return [
    { key: 'x', name: anomaly.asideReason === null ? 'set aside' : 'put back' },
    ...(offers ? [{ key: 'l', name: 'new limits' }] : []),
  ];
}

/** The offers of overtime or of a sleep, where no console shows them. */
function OfferHints() {
  const { review } = useLive();
  const clock = useClock();
  const wallTime = useWallTime();
  const asked = offersNow(review, clock, wallTime);
  if (asked === null) return null;
  return (
    <>
      <b>{asked.question}</b>
      {asked.offers.map((offer, index) => (
        <span key={offer.name}>
          <Key>Alt</Key>
          <Key>{index + 1}</Key> {offer.name}
        </span>
      ))}
    </>
  );
}

type LineHintsProps = { readonly size: 'stage' | 'console'; readonly asks: boolean };

/** The line at rest: what was said last or what can be taken down, and beneath it what the keys decide now. */
export function LineHints({ size, asks }: LineHintsProps) {
  const { review } = useLive();
  const { said } = useDesk();
  const clock = useClock();
  const hints = useHints();
  const wallTime = useWallTime();
  const asked = asks && offersNow(review, clock, wallTime) !== null;
  return (
    <>
      <div className={styles['rest']}>
        {CAPTURES.map(([key, name]) => (
          <span key={key}>
            <Key>{key}</Key>
            {name}
          </span>
        ))}
        <span className={styles['said']} dir="auto" title={said} {...{ [LANDING]: true }}>
          {said}
        </span>
      </div>
      <div className={styles['second']}>
        <span className={styles['hints']}>
          {asked ? (
            <OfferHints />
          ) : (
            hints.map((hint) => (
              <span key={hint.key}>
                <Key>{hint.key}</Key> {hint.name}
              </span>
            ))
          )}
        </span>
        {size === 'stage' && (
          <span className={styles['hints']}>
            {!asked && <ExpectedEnd />} <Key>c</Key> console <CommandMenu />
          </span>
        )}
      </div>
    </>
  );
}
