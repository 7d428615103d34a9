import { changeText, constraintSentence, riskText, slipSentence } from '#shared/readout/phrases.ts';
import type { Readout } from '#shared/readout/readout.ts';
import { fitRows, linesOf } from './fit.ts';

/**
 * Height that both papers leave on a page, in CSS pixels: Letter is the shorter one, 279 mm less the margins of the
 * style sheet. All heights here are those of its type; a few lines are kept in reserve because characters differ in width.
 */
const PAGE = 955;

/** Longest texts of the lead pages, in characters; a longer one stands in full in the evidence. */
export const LONGEST = {
  title: 100,
  headline: 450,
  outcome: 120,
  constraintName: 110,
  constraint: 330,
  row: 240,
  dimension: 134,
  win: 200,
  commitment: 165,
  answer: 300,
  /** When all six answers are long. */
  shortAnswer: 195,
  aside: 140,
} as const;

function height(text: string, longest: number, { perLine, line }: { perLine: number; line: number }): number {
  return linesOf(text.slice(0, longest), perLine) * line;
}

/** A second-level heading with its margins. */
const HEADING = 41;
const BODY = { perLine: 103, line: 19 };

function decisionHeight({ text, who }: { readonly text: string; readonly who: string | null }): number {
  return 11 + height(`${text} ${who ?? ''}`, LONGEST.row, { perLine: 95, line: 19 });
}

/** What the first page takes without decisions, asks and wins. */
function firstPageTaken({ title, headline, outcomes, constraint, dimensions }: Readout): number {
  const outcome = Math.max(
    ...outcomes.map(({ sentence }) =>
      height(`${sentence.text} E10`, LONGEST.outcome, { perLine: 27, line: 16.5 }),
    ),
  );
  const limit =
    constraint === null ? 19 : 30 + height(constraintSentence(constraint), LONGEST.constraint, BODY);
  const rows = dimensions.map(
    ({ sentence }) => 9 + height(sentence.text, LONGEST.dimension, { perLine: 70, line: 17 }),
  );
  const fixed = 57 + 10 + 101 + 3 * HEADING + 22;
  return (
    fixed +
    height(title.text, LONGEST.title, { perLine: 46, line: 33 }) +
    height(headline.text, LONGEST.headline, BODY) +
    outcome +
    limit +
    rows.reduce((sum, row) => sum + row, 0)
  );
}

/** Decisions, asks and wins, each split into those on the first page and those that moved to the evidence. */
export function firstPageRows(readout: Readout) {
  const rows = readout.decisions.map((decision) => ({ ...decision, who: decision.owner }));
  const room = Math.max(90, PAGE - firstPageTaken(readout));
  // Asks come first in the reckoning: they are what leadership is to act on.
  const asks = fitRows(readout.asks, { room: room / 2, most: 3 }, decisionHeight);
  const decisions = fitRows(rows, { room: room - asks.height, most: 5 }, decisionHeight);
  const left = room - asks.height - decisions.height - HEADING;
  const ofWin = (win: string) => height(win, LONGEST.win, BODY);
  const wins =
    left < BODY.line
      ? { shown: [], moved: readout.wins }
      : fitRows(readout.wins, { room: left, most: 3 }, ofWin);
  return { asks, decisions, wins };
}

const COLUMN = { perLine: 36, line: 16 };
const COLUMN_ROOM = 150;
const NEXT_REVIEW = 36;
const LEAST_COMMITMENTS = 90;
const SECOND_PAGE_FIXED = 33 + 26 + 2 * HEADING + 35 + 22 + HEADING;

function asideHeight(text: string): number {
  return 4 + height(text, LONGEST.aside, COLUMN);
}

function answersHeight({ six }: Readout, longest: number): number {
  const heights = six.map(({ text }) => 26 + height(text, longest, { perLine: 101, line: 16.5 }));
  return heights.reduce((sum, answer) => sum + answer, 0);
}

function commitmentHeight({ text }: Readout['commitments'][number]): number {
  return 9 + height(text, LONGEST.commitment, { perLine: 55, line: 17 });
}

/** The three columns at the foot of the second page, and how high the highest is. */
function footColumns(readout: Readout, asides: readonly string[]) {
  const ofChange = (change: Readout['next']['changes'][number]) => changeText(change, readout.header.locale);
  const fitted = <Row>(rows: readonly Row[], room: number, textOf: (row: Row) => string) =>
    fitRows(rows, { room, most: 8 }, (row) => asideHeight(textOf(row)));
  const risks = fitted(readout.risks, COLUMN_ROOM, riskText);
  const changes = fitted(readout.next.changes, COLUMN_ROOM - NEXT_REVIEW, ofChange);
  const meeting = fitted(asides, COLUMN_ROOM, (line) => line);
  const foot = Math.max(risks.height, changes.height + NEXT_REVIEW, meeting.height);
  return { risks, changes, meeting, foot };
}

/** Rows of the second page: promises that slipped twice, commitments, and the three columns at its foot. */
export function secondPageRows(readout: Readout, asides: readonly string[]) {
  const { foot, ...columns } = footColumns(readout, asides);
  const slipped = fitRows(
    readout.promises.due.filter(({ slips }) => slips >= 2),
    { room: 54, most: 2 },
    (promise) =>
      height(slipSentence(promise, readout.header.locale), LONGEST.aside, { perLine: 110, line: 16 }),
  );
  const free = PAGE - SECOND_PAGE_FIXED - foot - slipped.height;
  const fits = free - answersHeight(readout, LONGEST.answer) >= LEAST_COMMITMENTS;
  const answer = fits ? LONGEST.answer : LONGEST.shortAnswer;
  const room = Math.max(LEAST_COMMITMENTS, free - answersHeight(readout, answer));
  const commitments = fitRows(readout.commitments, { room, most: 8 }, commitmentHeight);
  return { slipped, commitments, answer, ...columns };
}
