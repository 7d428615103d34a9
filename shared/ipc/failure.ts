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
