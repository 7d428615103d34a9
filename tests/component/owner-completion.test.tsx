import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useOwnerCompletion } from '#renderer/src/features/live/line/owner-completion.ts';
import { aCaptureContext } from '#tests/support/capture.ts';

const ROOM = aCaptureContext({ pressed: 'action' });

function offered(line: string) {
  const { result } = renderHook(() => useOwnerCompletion(line, line.length, ROOM));
  return result.current.options.map((option) =>
    option.kind === 'known' ? option.person.name : `new: ${option.name}${option.doubtful ? '?' : ''}`,
  );
}

describe('names at the caret', () => {
  it('are those of people known, and somebody new where nobody fits', () => {
    expect(offered('Cap previews @mar')).toEqual(['Maria Silva']);
    expect(offered('Cap previews @zo')).toEqual(['new: zo']);
  });

  it('may be several words of somebody new, which are no date and no name that goes on', () => {
    expect(offered('Cap previews @New Person')).toEqual(['new: New Person?']);
    expect(offered('Cap previews @New Friday')).toEqual([]);
    expect(offered('Cap previews @maria Please')).toEqual([]);
    expect(offered('Cap previews @new person')).toEqual([]);
  });
});
