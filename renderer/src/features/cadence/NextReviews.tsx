import { usePersonName } from '#renderer/src/data/people.ts';
import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters, useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { dayAndMonth, weekDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { awayOn } from '#shared/review/rota.ts';
import styles from './CadencePage.module.css';
import { type ReviewAhead, useReviewsAhead } from './use-turns.ts';

/** What two people exchange, and how it is taken back. A review that is planned already follows. */
function useExchange() {
  const { turns } = useRegisters();
  const append = useAppend();
  const planned = useReview(useCurrentReview()?.id ?? null);
  const follow = ({ review, person }: ReviewAhead, facilitator: string) => {
    if (planned === null || planned.id !== review) return [];
    // Who was to write or keep the time facilitates now, so the other one takes that over.
    const instead = (role: string | null) => (role === facilitator ? person : role);
    const data = {
      facilitator,
      scribe: instead(planned.scribe),
      timekeeper: instead(planned.timekeeper),
    };
    return [{ stream: `review:${review}` as const, type: 'roles-set' as const, data }];
  };
  return {
    exchange: (ahead: ReviewAhead, gives: string, takes: string) =>
      append([
        { stream: 'organization', type: 'turns-swapped', data: { date: ahead.date, gives, takes } },
        ...follow(ahead, takes),
      ]),
    takeBack: (ahead: ReviewAhead, owner: string) => {
      const swap = turns.slots.find((slot) => slot.owner === owner)?.swap;
      if (swap == null) return;
      append([
        { stream: 'organization', type: 'event-undone', data: { event: swap } },
        ...follow(ahead, owner),
      ]);
    },
  };
}

function Exchange({ ahead, person }: { readonly ahead: ReviewAhead; readonly person: string }) {
  const registers = useRegisters();
  const nameOf = usePersonName();
  const { exchange, takeBack } = useExchange();
  const { insteadOf, date } = ahead;
  if (insteadOf !== null)
    return (
      <Button
        look="quiet"
        size="small"
        label={`Take back that ${nameOf(person)} and ${nameOf(insteadOf)} exchange`}
        onPress={() => takeBack(ahead, insteadOf)}
      >
        Take back
      </Button>
    );
  const others = registers.turns.slots
    .map(({ owner }) => owner)
    .filter((one) => one !== person && awayOn(one, date, registers) === null);
  if (others.length === 0) return null;
  return (
    <Select
      label={`Exchange ${nameOf(person)}’s turn on ${dayAndMonth(date)}`}
      hideLabel
      look="link"
      value={null}
      placeholder="exchange"
      choices={others.map((id) => ({ id, name: nameOf(id) }))}
      onChange={(takes) => exchange(ahead, person, takes)}
    />
  );
}

/** Why it is this person's turn, where it is not simply so. */
function useRemark() {
  const nameOf = usePersonName();
  const today = useToday();
  return ({ insteadOf, passedOver, live, date }: ReviewAhead): string => {
    const out = passedOver.map(({ person, why }) =>
      why.kind === 'left'
        ? `${nameOf(person)} has left`
        : `${nameOf(person)} is away until ${dayAndMonth(why.until)}`,
    );
    const parts = [
      ...(live ? ['live now'] : date < today ? ['its day has passed'] : []),
      ...(insteadOf === null ? [] : [`for ${nameOf(insteadOf)}, exchanged`]),
      ...out,
    ];
    return parts.join('; ');
  };
}

/** The reviews of the next round with who facilitates each; two people may exchange their turns. */
export function NextReviews() {
  const ahead = useReviewsAhead();
  const today = useToday();
  const nameOf = usePersonName();
  const remark = useRemark();
  const { turns } = useRegisters();
  const [first] = ahead;
  if (first === undefined) return null;
  return (
    <Section title="Next reviews" remark={first.date === today ? 'the first is today' : undefined}>
      <ol className={styles.rows}>
        {ahead.map((review) => (
          <li key={review.date}>
            <time dateTime={review.date}>
              {weekDay(review.date)}, {review.time}
            </time>
            <span>{review.person === null ? 'nobody in turn' : <Name>{nameOf(review.person)}</Name>}</span>
            {review.person !== null && !review.live && turns.slots.some(({ by }) => by === review.person) && (
              <Exchange ahead={review} person={review.person} />
            )}
            {remark(review) !== '' && <small>{remark(review)}</small>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
