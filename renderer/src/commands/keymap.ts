import { type Command, currentCommands } from '#renderer/src/state/commands.ts';

const TEXT_INPUTS = new Set([
  'text',
  'search',
  'email',
  'number',
  'date',
  'time',
  'url',
  'tel',
  'password',
  '',
]);

/** Whether an element takes typed text, so that single keys belong to it. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && TEXT_INPUTS.has(target.type);
}

/** Whether Space and Enter press the focused element itself. */
function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a[href], [role="option"], [role="menuitem"], select, summary') !== null
  );
}

/** The name under which a pressed key is looked up, compared without case: `Ctrl+K`, `Alt+1`, `Space`, `?`. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>,
): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const bare = event.key === ' ' ? 'Space' : event.altKey && digit !== undefined ? digit : event.key;
  // Shift is part of most characters; only with the keys that turn pages it is a key of its own.
  const shift = event.shiftKey && event.key.startsWith('Page') ? 'Shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift}${bare}`;
}

/** The command that a key press means now, or null when the key belongs to the focused element. */
export function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | null {
  if (event.isComposing || event.defaultPrevented) return null;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (takesText(event.target) && !modified) return null;
  const name = keyName(event).toLowerCase();
  if ((name === 'space' || name === 'enter') && isPressable(event.target)) return null;
  return commands.findLast((command) => command.keys?.some((key) => key.toLowerCase() === name)) ?? null;
}

/** Listens for keys on a window until the returned function is called. */
export function listenForKeys(target: Window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (document.querySelector('[data-owns-keys]') !== null && !event.ctrlKey && !event.metaKey) return;
    const command = commandFor(event, currentCommands());
    if (command === null) return;
    event.preventDefault();
    command.run();
  };
  // A focused button takes every Enter for its own, with Ctrl too: that one is a command wherever the focus is.
  const onCtrlEnter = (event: KeyboardEvent) => {
    if (keyName(event) !== 'Ctrl+Enter' || !isPressable(event.target)) return;
    event.stopPropagation();
    onKeyDown(event);
  };
  target.addEventListener('keydown', onCtrlEnter, true);
  target.addEventListener('keydown', onKeyDown);
  return () => {
    target.removeEventListener('keydown', onCtrlEnter, true);
    target.removeEventListener('keydown', onKeyDown);
  };
}
