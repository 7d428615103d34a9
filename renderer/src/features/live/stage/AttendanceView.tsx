import { useContext } from 'react';
import { peopleOf, useBlockRows } from '#renderer/src/features/live/block-rows.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { attendanceWords } from '#renderer/src/features/live/wording.ts';
import { Mark, type MarkShape } from '#renderer/src/ui/Mark.tsx';
import type { Attendance, ReviewBlock } from '#shared/review/review.ts';
import styles from './Blocks.module.css';
import { outsideWords, windowAround } from './list-window.ts';
import { StageLayoutContext } from './stage-layout.ts';

const MARKS: Readonly<Record<Attendance, { readonly shape: MarkShape; readonly word: string }>> = {
  here: { shape: 'check', word: 'here' },
  'sent-word': { shape: 'dash', word: 'sent word' },
};
const COLUMNS = 3;
const LINES = { whole: 11, upper: 9 };

function leadWords(marked: string | null, unmarked: number): string {
  if (marked === null)
    return 'Nobody is marked yet. 1 marks who is here, 4 all the others; @ takes them in one line.';
  return unmarked === 0 ? marked : `${marked} ${unmarked} not marked.`;
}

/** Everybody known, here or away with word; the name at hand framed. */
export function AttendanceView({ block }: { readonly block: ReviewBlock }) {
  const live = useLive();
  const { attendance, presence, guests } = live.review;
  const { now } = useBlockRows();
  const people = peopleOf(live);
  const at = people.findIndex(({ id }) => id === now);
  const size = COLUMNS * LINES[useContext(StageLayoutContext)];
  const { shown, before, after } = windowAround(people, at, size);
  const outside = outsideWords(before, after);
  const unmarked = people.filter(({ id }) => !Object.hasOwn(attendance, id)).length;
  return (
    <>
      <h1 dir="auto">{block.name}</h1>
      <p className={styles['lead']}>
        {people.length === 0
          ? 'Nobody is known yet: an action with @name makes a person known.'
          : leadWords(attendanceWords(live.review), unmarked)}
      </p>
      <ol
        className={styles['people']}
        aria-label="Who is here"
        style={{ gridTemplateRows: `repeat(${Math.ceil(shown.length / COLUMNS)}, 40px)` }}
      >
        {shown.map(({ id, name }) => {
          const mark = attendance[id];
          const looks = mark === undefined ? null : MARKS[mark];
          return (
            <li key={id} data-now={id === now || undefined} aria-current={id === now}>
              <Mark shape={looks?.shape ?? 'open'} />
              <span className={styles['cut']} dir="auto" title={name}>
                {name}
              </span>
              <span className={styles['quiet']}>
                {mark === 'sent-word' ? MARKS[mark].word : presence[id]?.remote === true ? 'remote' : ''}
              </span>
              <span className="visually-hidden">{looks?.word ?? 'not marked'}</span>
            </li>
          );
        })}
      </ol>
      {guests.length > 0 && (
        <p className={styles['more']} dir="auto">
          Guests: {guests.map(({ name }) => name).join(', ')}
        </p>
      )}
      {outside !== '' && <p className={styles['more']}>{outside}</p>}
    </>
  );
}
