import { describe, expect, it } from 'vitest';
import { inSentence } from '#shared/signals/sentence.ts';

describe('the name of a metric inside a sentence', () => {
  it('begins small', () => {
    expect(inSentence('Change lead time')).toBe('change lead time');
    expect(inSentence('Age of critical CVEs, 90th percentile')).toBe('age of critical CVEs, 90th percentile');
  });

  it('keeps the capitals of abbreviations and grades', () => {
    expect(inSentence('SLO attainment')).toBe('SLO attainment');
    expect(inSentence('Sev0 and Sev1 incidents')).toBe('Sev0 and Sev1 incidents');
    expect(inSentence('Tier 1 completion')).toBe('Tier 1 completion');
    expect(inSentence('AI and LLM cost')).toBe('AI and LLM cost');
  });
});
