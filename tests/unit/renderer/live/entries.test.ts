import { describe, expect, it } from 'vitest';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import { chipsOfEntries } from '#renderer/src/features/live/line/chips.ts';
import { asOneLine, entriesOf } from '#renderer/src/features/live/line/entries.ts';
import { readLine } from '#renderer/src/features/live/line/read-line.ts';
import { aCaptureContext } from '#tests/support/capture.ts';

const ACTION: Ask = { kind: 'capture', capture: 'action', private: false };
const REASON: Ask = { kind: 'set-aside', anomaly: 'd1' };
const PASTED = '- Split the queue @maria fri\r\n\n• [ ] Write the runbook\n2) risk: Only two know it\n';

describe('several lines from the clipboard', () => {
  it('become entries of one line, without the signs of the list they were in', () => {
    expect(asOneLine(PASTED, ACTION)).toBe(
      'Split the queue @maria fri ⏎ Write the runbook ⏎ risk: Only two know it',
    );
  });

  it('stay one text where one text is asked for, and one line stays one entry as it is', () => {
    expect(asOneLine('one\ntwo', REASON)).toBe('one two');
    expect(asOneLine('- a list of one\n', ACTION)).toBe('- a list of one');
  });

  it('are read each for itself, with the parts that were understood where they stand', () => {
    const context = aCaptureContext({ pressed: 'action' });
    const line = asOneLine(PASTED, ACTION);
    const entries = entriesOf(ACTION, line, context) ?? [];
    expect(entries.map(({ parse }) => [parse.kind, parse.text, parse.owner ?? null])).toEqual([
      ['action', 'Split the queue', 'maria'],
      ['action', 'Write the runbook', null],
      ['risk', 'Only two know it', null],
    ]);
    const { spans } = readLine(ACTION, line, context);
    expect(spans.map(({ start, end }) => line.slice(start, end))).toEqual(['@maria', 'fri', 'risk:']);
    expect(chipsOfEntries(entries).map(({ value }) => value)).toEqual([
      '3',
      'no owner: 2 of 3',
      'no date: 1 of 3',
    ]);
  });

  it('are one entry again when the sign between them is taken out', () => {
    const line = asOneLine(PASTED, ACTION).replaceAll('⏎', ',');
    expect(entriesOf(ACTION, line, aCaptureContext({ pressed: 'action' }))).toBeNull();
  });
});
