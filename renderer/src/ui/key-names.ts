const APPLE = /Mac|iPhone|iPad/;

const ON_APPLE: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

const SHORT: Readonly<Record<string, string>> = {
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** Whether this machine's keyboard has a Command key, which stands where others have Ctrl. */
export function isApple(platform: string = globalThis.navigator?.platform ?? ''): boolean {
  return APPLE.test(platform);
}

/** A key as it is written on the keyboard at hand: `Ctrl+K` is ⌘K on Apple machines, `PageDown` PgDn everywhere. */
export function keyLabel(key: string, apple: boolean = isApple()): string {
  if (key === '+') return key;
  const parts = key.split('+').map((part) => (apple ? ON_APPLE[part] : undefined) ?? SHORT[part] ?? part);
  return parts.join(apple ? '' : '+');
}
