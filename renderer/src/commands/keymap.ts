import { type Command, currentCommands } from '#renderer/src/state/commands.ts';
import { singleKeysOn } from '#renderer/src/state/single-keys.ts';
import { isApple } from '#renderer/src/ui/key-names.ts';

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

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>;

/** Keys such as F9 are never typed, so they mean the same wherever the focus is. */
function isFunctionKey({ key }: Pick<KeyboardEvent, 'key'>): boolean {
  return /^F\d{1,2}$/.test(key);
}

/** The key that runs commands: Cmd on Apple machines, where Ctrl belongs to the system and to text; Ctrl elsewhere. */
function commandKey({ ctrlKey, metaKey }: Pressed, apple: boolean): boolean {
  return apple ? metaKey : ctrlKey;
}

/** The name under which a pressed key is looked up, compared without case: `Ctrl+K`, `Alt+1`, `Space`, `?`. */
export function keyName(event: Pressed, apple: boolean = isApple()): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const bare = event.key === ' ' ? 'Space' : event.altKey && digit !== undefined ? digit : event.key;
  // Shift is part of most characters; only with the keys that turn pages it is a key of its own.
  const shift = event.shiftKey && event.key.startsWith('Page') ? 'Shift+' : '';
  return `${commandKey(event, apple) ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift}${bare}`;
}

/** What else a key may mean: its place on a Latin keyboard, where the one at hand writes another script or needs Shift for digits. */
function placeName(event: Pressed, apple: boolean): string | null {
  // Signs that a keyboard writes with AltGr or Option, `@` on many.
  if (event.altKey) return /^[^\p{L}\p{N}\s]$/u.test(event.key) ? event.key : null;
  if (event.shiftKey || /^[a-z0-9]$/i.test(event.key)) return null;
  const letter = /^\P{Script=Latin}$/u.test(event.key) ? /^Key([A-Z])$/.exec(event.code)?.[1] : undefined;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const found = letter ?? digit;
  return found === undefined ? null : `${commandKey(event, apple) ? 'Ctrl+' : ''}${found}`;
}

/** Whether a key alone, without a modifier, writes a character. */
function isSingleKey(key: string): boolean {
  return [...key].length === 1;
}

function named(commands: readonly Command[], name: string): Command | null {
  const lower = name.toLowerCase();
  return commands.findLast((command) => command.keys?.some((key) => key.toLowerCase() === lower)) ?? null;
}

/** The command that a key press means now, or null when the key belongs to the focused element. */
export function commandFor(
  event: KeyboardEvent,
  commands: readonly Command[],
  options: { readonly singleKeys: boolean; readonly apple?: boolean } = { singleKeys: true },
): Command | null {
  if (event.isComposing || event.defaultPrevented) return null;
  const { singleKeys, apple = isApple() } = options;
  const modified = event.ctrlKey || event.metaKey || event.altKey || isFunctionKey(event);
  if (takesText(event.target) && !modified) return null;
  const name = keyName(event, apple);
  // With the system's own modifier (Cmd and Ctrl the other way round) a key is the system's.
  if (apple ? event.ctrlKey : event.metaKey) return null;
  if ((name === 'Space' || name === 'Enter') && isPressable(event.target)) return null;
  const meant = [name, placeName(event, apple)].filter((one) => one !== null);
  const heard = singleKeys ? meant : meant.filter((one) => !isSingleKey(one));
  return heard.map((one) => named(commands, one)).find((command) => command !== null) ?? null;
}

/** Listens for keys on a window until the returned function is called. */
export function listenForKeys(target: Window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const owned = document.querySelector('[data-owns-keys]') !== null;
    if (owned && !event.ctrlKey && !event.metaKey && !isFunctionKey(event)) return;
    const command = commandFor(event, currentCommands(), { singleKeys: singleKeysOn() });
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
