import { runCommand } from '#electron/hosts/cli/run-command.ts';
import { processTerminal } from '#electron/hosts/cli/terminal.ts';

process.exitCode = await runCommand(process.argv.slice(2), processTerminal).catch((error: unknown) => {
  process.stderr.write(`Andon stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});
