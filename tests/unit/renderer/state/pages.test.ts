import { describe, expect, it } from 'vitest';
import { hashOf, type Place, placeOf } from '#renderer/src/state/pages.ts';

const PLACES: readonly Place[] = [
  { page: 'home' },
  { page: 'metric', series: 'change-lead-time|payments/api' },
  { page: 'actions' },
  { page: 'actions', entry: 'A-114' },
  { page: 'actions', narrow: '@Zoë Müller #reliability' },
  { page: 'risks', entry: 'R-3' },
  { page: 'readout', review: 'r1' },
];

describe('the address of a place', () => {
  it.each(PLACES)('comes back from its hash: %o', (place) => {
    expect(placeOf(hashOf(place))).toEqual(place);
  });

  it('is home for what names no place', () => {
    expect(placeOf('#/nowhere/else')).toEqual({ page: 'home' });
  });
});
