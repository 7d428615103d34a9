/** Why a request gave nothing. The screen may decide by the code; the message is a sentence for people. */
export type FailureCode =
  | 'unexpected'
  | 'malformed'
  | 'not-allowed'
  | 'not-available'
  | 'not-granted'
  | 'unreadable'
  | 'cancelled'
  | 'too-large'
  | 'not-saved';

export type Failure = { readonly code: FailureCode; readonly message: string };

/** Said when something happened that nobody foresaw; what it was is in the log, never on the screen. */
export const UNEXPECTED: Failure = {
  code: 'unexpected',
  message: 'Something went wrong inside Andon. Nothing was changed; try once more.',
};

/** Said of a file that was there when it was handed over, and could not be opened. */
export const UNREADABLE: Failure = {
  code: 'unreadable',
  message: 'This file cannot be opened. It may have been moved, or this account may not read it.',
};
