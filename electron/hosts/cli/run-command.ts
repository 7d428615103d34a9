import { check } from '#electron/hosts/cli/check.ts';
import { type Command, type ExitStatus, Misuse, type Terminal } from '#electron/hosts/cli/command.ts';
import { read } from '#electron/hosts/cli/read.ts';
import { sample } from '#electron/hosts/cli/sample.ts';
import { signals } from '#electron/hosts/cli/signals.ts';

const COMMANDS: readonly Command[] = [read, signals, check, sample];

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `andon COMMAND ...

${lines.join('\n')}

andon COMMAND --help tells more. Exit status: 0 all well, 1 something needs an answer, was rejected or
changed, 2 refused or misused.
`;
}

/** Whether the word names a command, so that the packaged app opens no window for it. */
export function isCommand(word: string | undefined): boolean {
  return COMMANDS.some((command) => command.name === word);
}

function isMisuse(error: unknown): error is Error {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return error instanceof Misuse || (error instanceof Error && code.startsWith('ERR_PARSE_ARGS'));
}

/** Runs one call of the command line and answers its exit status. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.out(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    terminal.err(`There is no command “${name}”.\n\n${overview()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    terminal.out(`${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    terminal.err(`${error.message}\nandon ${name} --help tells more.\n`);
    return 2;
  }
}
