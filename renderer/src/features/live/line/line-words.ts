import type { CaptureKind, SecondSlipDecision, VerdictId } from '#shared/review/review.ts';

export const KIND_NAMES: Readonly<Record<CaptureKind, string>> = {
  action: 'Action',
  note: 'Note',
  decision: 'Decision',
  risk: 'Risk',
  win: 'Win',
  parking: 'Parking lot',
  initiative: 'Initiative',
};

export const KIND_KEYS: Readonly<Record<CaptureKind, string>> = {
  action: 'a',
  note: 'n',
  decision: 'd',
  risk: 'r',
  win: 'w',
  parking: 'p',
  initiative: 'i',
};

export const KIND_HINTS: Readonly<Record<CaptureKind, string>> = {
  action: 'what changes, @owner, by when',
  note: 'what was said',
  decision: 'what was decided',
  risk: 'what could happen, @owner, look again when, L3 I4',
  win: 'what got better, #team',
  parking: 'what has to wait',
  initiative: 'what is to be reached, @owner, by when, tier 1 to 3',
};

export const VERDICT_HINTS: Readonly<Record<VerdictId, string>> = {
  act: 'who will do what by when',
  watch: 'look again when, and what for',
  explained: 'the cause',
  'data-problem': '@owner, what is wrong with the number',
  noise: 'it stands; why, if you like, or straight on',
  'wrong-measure': '@owner, what should be measured',
};

export const SLIP_NAMES: Readonly<Record<SecondSlipDecision, string>> = {
  're-commit': 'Re-commit',
  owner: 'Other owner',
  scope: 'Smaller scope',
  initiative: 'Make it an initiative',
  drop: 'Drop it',
};

export const SLIP_HINTS: Readonly<Record<SecondSlipDecision, string>> = {
  're-commit': 'the new date, and why this one will hold',
  owner: '@owner, the new date',
  scope: 'what is left of it, the new date',
  initiative: 'what has to be reached, the date',
  drop: 'why it is dropped',
};
