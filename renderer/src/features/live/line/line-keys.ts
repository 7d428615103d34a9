import type { KeyboardEvent } from 'react';
import type { CaptureSpan } from '#shared/review/capture/capture.ts';
import type { Completion, OwnerCompletion } from './owner-completion.ts';
import { type Part, partFrom } from './parts.ts';

type LineActions = {
  readonly completion: OwnerCompletion;
  readonly spans: readonly CaptureSpan[];
  readonly choose: (option: Completion) => void;
  readonly select: (part: Part) => void;
  readonly enter: () => void;
  readonly leave: () => void;
  readonly leaveOut: () => void;
  /** Turns the page where the line holds nobody up; false where it does. */
  readonly turnPage: (key: string) => boolean;
  /** Corrects the entry before (-1) or after the one at hand; false where the line is for something else. */
  readonly toEntry: (by: 1 | -1) => boolean;
};

/** What an open list does with a key; false where the key is for the line. */
function keyInList(key: string, { completion, choose }: LineActions): boolean {
  const option = completion.options[completion.active];
  if (option === undefined) return false;
  if (key === 'Enter' && option.kind === 'new' && option.doubtful) return false;
  if (key === 'ArrowDown') completion.move(1);
  else if (key === 'ArrowUp') completion.move(-1);
  else if (key === 'Enter' || key === 'Tab') choose(option);
  else if (key === 'Escape') completion.dismiss();
  else return false;
  return true;
}

function keyInLine(event: KeyboardEvent<HTMLInputElement>, actions: LineActions): boolean {
  const { key, shiftKey, currentTarget: field } = event;
  const part = partFrom(actions.spans, field, shiftKey ? -1 : 1);
  if (key === 'ArrowUp') return actions.toEntry(-1);
  if (key === 'ArrowDown') return actions.toEntry(1);
  if (key.startsWith('Page')) return actions.turnPage(key);
  if (key === 'Tab' && part !== null) actions.select(part);
  else if (key === 'Enter') actions.enter();
  else if (key === 'Backspace' && field.selectionEnd === 0) actions.leaveOut();
  else if (key === 'Escape') actions.leave();
  else return false;
  return true;
}

/** What a key does in the line beside typing; a key that composes a character belongs to the character. */
export function pressInLine(event: KeyboardEvent<HTMLInputElement>, actions: LineActions): void {
  if (event.nativeEvent.isComposing) return;
  if (!keyInList(event.key, actions) && !keyInLine(event, actions)) return;
  event.preventDefault();
  event.stopPropagation();
}
