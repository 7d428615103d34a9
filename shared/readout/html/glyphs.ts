import type { ReadoutDimension } from '#shared/readout/readout.ts';
import { type Markup, raw } from './escape.ts';

const PATHS: Readonly<Record<ReadoutDimension['state'], string>> = {
  worse: '<path class="cw" d="M5 .6 9.4 5 5 9.4.6 5Z"/>',
  changed: '<path class="cc" d="M5 .6 9.4 5 5 9.4.6 5Z"/>',
  better: '<path class="cb" d="M5 .6 9.4 5 5 9.4.6 5Z"/>',
  routine: '<circle class="pt" cx="5" cy="5" r="2.6"/>',
  stale:
    '<circle fill="none" stroke="#7f7f89" stroke-width="1.4" stroke-dasharray="2 1.4" cx="5" cy="5" r="3.4"/>',
  missing: '<circle fill="none" stroke="#7f7f89" stroke-width="1.4" cx="5" cy="5" r="3.4"/>',
};

/** The mark of a state: form and colour beside a word that says the same. */
export function stateGlyph(state: ReadoutDimension['state']): Markup {
  return raw(`<svg class="ch glyph" viewBox="0 0 10 10" aria-hidden="true">${PATHS[state]}</svg>`);
}

/** Class that colours a word by direction or state; routine has none. */
export function toneClass(tone: string): string {
  if (tone === 'worse' || tone === 'better') return tone;
  return tone === 'changed' ? 'changed' : '';
}
