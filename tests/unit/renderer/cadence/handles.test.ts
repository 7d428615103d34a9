import { describe, expect, it } from 'vitest';
import { handleFor } from '#renderer/src/features/cadence/handles.ts';

describe('the handle of a new person', () => {
  it('is the first name, plainly written', () => {
    expect(handleFor('Zoë Ångström', [])).toBe('zoe');
    expect(handleFor('محمد علي', [])).toBe('محمد');
  });

  it('takes the last name, then a number, when it is taken', () => {
    expect(handleFor('Maria Lund', ['maria'])).toBe('maria.lund');
    expect(handleFor('Maria Lund', ['maria', 'maria.lund', 'maria2'])).toBe('maria3');
  });

  it('is never empty', () => {
    expect(handleFor('…', [])).toBe('person');
  });
});
