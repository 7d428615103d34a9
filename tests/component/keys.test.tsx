import { describe, expect, it } from 'vitest';
import { commandFor } from '#renderer/src/commands/keymap.ts';
import type { Command } from '#renderer/src/state/commands.ts';
import { keyLabel } from '#renderer/src/ui/key-names.ts';

const commands: readonly Command[] = [
  'a',
  'q',
  'i',
  '6',
  '-',
  '@',
  '+',
  'Ctrl+K',
  'Alt+1',
  'PageDown',
  'Space',
].map((key) => ({ id: key, name: key, keys: [key], group: 'Anywhere', run: () => undefined }));

type Press = Partial<KeyboardEventInit> & { readonly on?: string };

/** The key of the command that a press runs. */
function run({ on = '<main></main>', ...press }: Press, options = { singleKeys: true, apple: false }) {
  document.body.innerHTML = on;
  const event = new KeyboardEvent('keydown', { bubbles: true, ...press });
  document.body.firstElementChild?.dispatchEvent(event);
  return commandFor(event, commands, options)?.id ?? null;
}

describe('keys', () => {
  it('belong to a field while text is typed, unless a modifier is held', () => {
    expect(run({ key: 'a' })).toBe('a');
    expect(run({ key: 'a', on: '<input>' })).toBeNull();
    expect(run({ key: 'a', on: '<input type="checkbox">' })).toBe('a');
    expect(run({ key: 'k', ctrlKey: true, on: '<textarea></textarea>' })).toBe('Ctrl+K');
  });

  it('leave Space to what it presses', () => {
    expect(run({ key: ' ' })).toBe('Space');
    expect(run({ key: ' ', on: '<button>Press</button>' })).toBeNull();
  });

  it('are run by Cmd on an Apple machine and by Ctrl elsewhere, never the other way round', () => {
    const apple = { singleKeys: true, apple: true };
    expect(run({ key: 'k', metaKey: true }, apple)).toBe('Ctrl+K');
    expect(run({ key: 'k', ctrlKey: true }, apple)).toBeNull();
    expect(run({ key: 'a', metaKey: true })).toBeNull();
  });

  it('mean their place where the keyboard writes another script, or digits with Shift', () => {
    expect(run({ key: 'ф', code: 'KeyA' })).toBe('a');
    expect(run({ key: 'л', code: 'KeyK', ctrlKey: true })).toBe('Ctrl+K');
    expect(run({ key: '-', code: 'Digit6' })).toBe('-');
    expect(run({ key: '§', code: 'Digit6' })).toBe('6');
  });

  it('keep the sign that a Latin keyboard writes, wherever the key stands', () => {
    expect(run({ key: 'q', code: 'KeyA' })).toBe('q');
    expect(run({ key: 'ù', code: 'KeyI' })).toBeNull();
  });

  it('take a sign that AltGr or Option writes for that sign', () => {
    expect(run({ key: '@', code: 'KeyQ', ctrlKey: true, altKey: true })).toBe('@');
    expect(run({ key: '@', code: 'KeyL', altKey: true }, { singleKeys: true, apple: true })).toBe('@');
    expect(run({ key: '¡', code: 'Digit1', altKey: true }, { singleKeys: true, apple: true })).toBe('Alt+1');
  });

  it('run nothing alone once single keys are turned off; named keys and modifiers still do', () => {
    const off = { singleKeys: false, apple: false };
    expect(run({ key: 'a' }, off)).toBeNull();
    expect(run({ key: '@', code: 'KeyQ', ctrlKey: true, altKey: true }, off)).toBeNull();
    expect(run({ key: 'PageDown' }, off)).toBe('PageDown');
    expect(run({ key: 'k', ctrlKey: true }, off)).toBe('Ctrl+K');
  });

  it('are shown as the keyboard at hand writes them', () => {
    expect(keyLabel('Ctrl+K', false)).toBe('Ctrl+K');
    expect(keyLabel('Ctrl+K', true)).toBe('⌘K');
    expect(keyLabel('Alt+1', true)).toBe('⌥1');
    expect(keyLabel('Shift+PageDown', false)).toBe('Shift+PgDn');
    expect(keyLabel('+', true)).toBe('+');
  });
});
