import { describe, expect, it } from 'vitest';
import { acceleratorOf } from '#electron/hosts/desktop/accelerator.ts';

describe('accelerators', () => {
  it('writes keys as Electron knows them', () => {
    expect(acceleratorOf('Ctrl+K')).toBe('CommandOrControl+K');
    expect(acceleratorOf('Ctrl+Enter')).toBe('CommandOrControl+Return');
    expect(acceleratorOf('Alt+1')).toBe('Alt+1');
    expect(acceleratorOf('Shift+PageDown')).toBe('Shift+PageDown');
    expect(acceleratorOf('+')).toBe('Plus');
    expect(acceleratorOf('a')).toBe('A');
    expect(acceleratorOf('!')).toBe('!');
  });

  it('has none for a key that Electron does not know', () => {
    expect(acceleratorOf('é')).toBeNull();
    expect(acceleratorOf('ContextMenu')).toBeNull();
  });
});
