import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useStrayKeys } from '#renderer/src/features/live/line/use-stray-keys.ts';

function Field() {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('Cap');
  useStrayKeys(input, text, setText);
  return (
    <main id="main" tabIndex={-1}>
      <button type="button">Elsewhere</button>
      <input ref={input} aria-label="Line" value={text} onChange={(event) => setText(event.target.value)} />
    </main>
  );
}

/** Presses a key where the focus is, as a person does. */
function press(key: string, more: KeyboardEventInit = {}) {
  const on = document.activeElement ?? document.body;
  return fireEvent.keyDown(on, { key, ...more });
}

function line(): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('textbox', { name: 'Line' });
}

afterEach(cleanup);

describe('keys that fall while the field changes its place', () => {
  it('are put behind what stands there, in order, and the field gets the focus', () => {
    render(<Field />);
    expect(press(' ')).toBe(false);
    expect(line().value).toBe('Cap ');
    expect(document.activeElement).toBe(line());
  });

  it('are taken from the screen as a whole too, which holds the focus when its owner is gone', () => {
    render(<Field />);
    screen.getByRole('main').focus();
    press('x');
    expect(line().value).toBe('Capx');
  });

  it('belong to whatever else has the focus', () => {
    render(<Field />);
    screen.getByRole('button').focus();
    expect(press('x')).toBe(true);
    expect(line().value).toBe('Cap');
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });

  it('are left to commands when a modifier is held, when they name themselves, and while a word is composed', () => {
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    render(<Field />);
    press('k', { ctrlKey: true });
    press('1', { altKey: true });
    press('PageDown');
    press('か', { isComposing: true });
    window.removeEventListener('keydown', heard);
    expect(heard).toHaveBeenCalledTimes(4);
    expect(line().value).toBe('Cap');
  });

  it('run no command once they were taken, and go their way again when the field is closed', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const { unmount } = render(<Field />);
    press('n');
    expect(heard).not.toHaveBeenCalled();
    unmount();
    press('n');
    document.removeEventListener('keydown', heard);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
