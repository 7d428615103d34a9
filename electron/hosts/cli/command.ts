/** Where a command's words go. Tests hand in their own. */
export type Terminal = {
  readonly out: (text: string) => void;
  /** Progress and complaints; never part of the result. */
  readonly err: (text: string) => void;
  /** All of standard input, for the file name `-`. */
  readonly input: () => Promise<Uint8Array>;
  /** Whether a person watches the complaints, so that progress is worth printing. */
  readonly isWatched: boolean;
};

/** 0 all well; 1 something needs an answer, was rejected or changed; 2 refused or misused. */
export type ExitStatus = 0 | 1 | 2;

export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Runs with the arguments after the command's name. Misuse is thrown as `Misuse`. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitStatus>;
};

/** The command was called in a way it cannot be; the message says how to call it. */
export class Misuse extends Error {}
