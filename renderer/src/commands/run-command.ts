import { currentCommands } from '#renderer/src/state/commands.ts';

/** Runs a command that is offered now, by its id; one that went away in the meantime does nothing. */
export function runCommand(id: string): void {
  currentCommands()
    .findLast((command) => command.id === id)
    ?.run();
}
