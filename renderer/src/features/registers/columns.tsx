import { Chip } from '#renderer/src/ui/Chip.tsx';
import type { CompletionOption } from '#renderer/src/ui/Completion.tsx';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import type { Day } from '#shared/day.ts';
import type { Column, Editing, Row } from './register.ts';
import { NOTHING, type Options, oneOf } from './use-options.ts';
import type { RegisterWords } from './use-register-words.ts';

export function idColumn<Entry extends Row>(): Column<Entry> {
  return { id: 'id', name: '', text: (row) => row.id };
}

/** What the entry says; edited as a line. */
export function textColumn<Entry extends Row>(
  name: string,
  apply: (row: Entry, text: string) => void,
): Column<Entry> {
  return {
    id: 'text',
    name,
    text: (row) => row.text,
    show: (row) => <Name>{row.text}</Name>,
    look: 'wide',
    edit: { initial: (row) => row.text, optionsFor: null, apply },
  };
}

type PersonColumn<Entry> = {
  readonly id: string;
  readonly name: string;
  readonly of: (row: Entry) => string | null;
  /** Whether somebody should be named where nobody is. */
  readonly wanted: (row: Entry) => boolean;
  readonly apply: (row: Entry, person: string | null) => void;
};

/** One person, with completion from those who are known. */
export function personColumn<Entry extends Row>(
  { id, name, of, wanted, apply }: PersonColumn<Entry>,
  words: RegisterWords,
  options: Options,
): Column<Entry> {
  const text = (row: Entry) => {
    const person = of(row);
    return person === null ? '' : words.nameOf(person);
  };
  return {
    id,
    name,
    text,
    show: (row) => {
      if (of(row) !== null) return <Name>{text(row)}</Name>;
      return wanted(row) ? <Chip missing>name one</Chip> : null;
    },
    edit: {
      initial: text,
      optionsFor: options.people,
      nothing: 'Nobody is known by this name. People are added under Cadence.',
      apply: (row, chosen) => apply(row, chosen === NOTHING ? null : chosen),
    },
  };
}

/** How a day is typed, for columns that show it in their own way. */
export function dayEditing<Entry>(
  of: (row: Entry) => Day | null,
  apply: (row: Entry, day: Day | null, reason: string | null) => void,
  options: Options,
): Editing<Entry> {
  return {
    initial: (row) => {
      const day = of(row);
      return day === null ? '' : weekDay(day);
    },
    optionsFor: options.days,
    nothing: 'Not a date yet. Try fri, 11 dec, in 2 weeks.',
    apply: (row, chosen, reason) => apply(row, chosen === NOTHING ? null : chosen, reason),
  };
}

/** A day that is late once it has passed: strong, with the word. */
export function LateDay({
  day,
  late,
  words,
}: {
  readonly day: Day;
  readonly late: boolean;
  readonly words: RegisterWords;
}) {
  if (!late) return words.day(day);
  return (
    <>
      <em>{words.day(day)}</em> <small>late</small>
    </>
  );
}

type ChoiceColumn<Entry> = {
  readonly id: string;
  readonly name: string;
  readonly of: (row: Entry) => string;
  readonly choices: readonly CompletionOption[];
  readonly apply: (row: Entry, chosen: string, reason: string | null) => void;
  readonly reasonFor?: (row: Entry, chosen: string) => string | null;
};

/** One of a few words, sorted in the order of the choices. */
export function choiceColumn<Entry extends Row>({
  id,
  name,
  of,
  choices,
  apply,
  reasonFor,
}: ChoiceColumn<Entry>): Column<Entry> {
  const text = (row: Entry) => {
    const chosen = of(row);
    return chosen === NOTHING ? '' : (choices.find((one) => one.id === chosen)?.name ?? chosen);
  };
  return {
    id,
    name,
    text,
    sort: (row) => (text(row) === '' ? '' : choices.findIndex((one) => one.id === of(row))),
    look: 'quiet',
    edit: {
      initial: text,
      optionsFor: oneOf(choices),
      apply,
      ...(reasonFor === undefined ? {} : { reasonFor }),
    },
  };
}

/** Facts of a panel, without those that say nothing. */
export function facts(
  ...pairs: readonly (readonly [string, string | null])[]
): readonly (readonly [string, string])[] {
  return pairs.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}
