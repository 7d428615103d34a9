import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptFocus } from '#renderer/src/app/use-kept-focus.ts';

Element.prototype.checkVisibility ??= () => true;

type Props = { readonly rows: readonly string[]; readonly asking?: boolean };

function Screen({ rows, asking = false }: Props) {
  useKeptFocus();
  return (
    <main id="main" tabIndex={-1}>
      {asking && <input aria-label="Line" />}
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <button type="button">{row}</button>
          </li>
        ))}
      </ul>
    </main>
  );
}

const focused = () => document.activeElement?.textContent;

afterEach(cleanup);

describe('the focus', () => {
  it('goes to the row that takes the place of one that was deleted', async () => {
    const { rerender } = render(<Screen rows={['one', 'two', 'three']} />);
    screen.getByRole('button', { name: 'two' }).focus();
    rerender(<Screen rows={['one', 'three']} />);
    await waitFor(() => expect(focused()).toBe('three'));
  });

  it('goes to the last row when the last one was deleted', async () => {
    const { rerender } = render(<Screen rows={['one', 'two']} />);
    screen.getByRole('button', { name: 'two' }).focus();
    rerender(<Screen rows={['one']} />);
    await waitFor(() => expect(focused()).toBe('one'));
  });

  it('goes to the screen when its field was closed, or a list is empty', async () => {
    const { rerender } = render(<Screen rows={['one']} asking />);
    screen.getByRole('textbox').focus();
    rerender(<Screen rows={['one']} />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
    screen.getByRole('button', { name: 'one' }).focus();
    rerender(<Screen rows={[]} />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });

  it('stays where it is put in the meantime', async () => {
    const { rerender } = render(<Screen rows={['one', 'two']} asking />);
    screen.getByRole('textbox').focus();
    rerender(<Screen rows={['one', 'two']} />);
    screen.getByRole('button', { name: 'two' }).focus();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(focused()).toBe('two');
  });
});
