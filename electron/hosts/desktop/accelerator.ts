const NAMED: Readonly<Record<string, string>> = {
  Ctrl: 'CommandOrControl',
  Alt: 'Alt',
  Shift: 'Shift',
  '+': 'Plus',
  Enter: 'Return',
  Escape: 'Escape',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Space: 'Space',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Backspace: 'Backspace',
  Delete: 'Delete',
};

/** A key as Electron writes accelerators, or null where it knows no such key. */
export function acceleratorOf(key: string): string | null {
  const parts = key === '+' ? [key] : key.split('+');
  const written = parts.map(
    (part) => NAMED[part] ?? (/^[\x21-\x7e]$/.test(part) ? part.toUpperCase() : null),
  );
  return written.some((part) => part === null) ? null : written.join('+');
}
