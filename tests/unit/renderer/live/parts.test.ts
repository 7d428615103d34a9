import { describe, expect, it } from 'vitest';
import { partFrom } from '#renderer/src/features/live/line/parts.ts';

//            0         1         2
//            0123456789012345678901234567
// the line:  Split it @maria fri #rel
const OWNER = { start: 9, end: 15 };
const DAY = { start: 16, end: 19 };
const DIMENSION = { start: 20, end: 24 };
const PARTS = [OWNER, DAY, DIMENSION];
const caret = (at: number) => ({ selectionStart: at, selectionEnd: at });
const over = ({ start, end }: typeof OWNER) => ({ selectionStart: start, selectionEnd: end });

describe('Tab in the line', () => {
  it('takes the part that was just typed', () => {
    expect(partFrom(PARTS, caret(24), 1)).toBe(DIMENSION);
    expect(partFrom(PARTS, caret(19), 1)).toBe(DAY);
  });

  it('takes the first where none is before the caret', () => {
    expect(partFrom(PARTS, caret(0), 1)).toBe(OWNER);
  });

  it('goes on to the next, back with Shift, and leaves the field past the ends', () => {
    expect(partFrom(PARTS, over(OWNER), 1)).toBe(DAY);
    expect(partFrom(PARTS, over(DAY), -1)).toBe(OWNER);
    expect(partFrom(PARTS, over(DIMENSION), 1)).toBeNull();
    expect(partFrom(PARTS, over(OWNER), -1)).toBeNull();
  });

  it('finds nothing where nothing was understood', () => {
    expect(partFrom([], caret(3), 1)).toBeNull();
  });
});
