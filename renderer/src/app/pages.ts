import type { Place } from '#renderer/src/state/pages.ts';

export type PageLink = { readonly place: Place; readonly name: string; readonly gapBefore?: boolean };

/** The screen's name as its window and its menus say it. */
export function nameOf(place: Place): string {
  if (place.page === 'metric') return 'Metric';
  if (place.page === 'live') return 'Live';
  return PAGES.find((page) => page.place.page === place.page)?.name ?? 'Andon';
}

/** The screens in the order of the side bar. */
export const PAGES: readonly PageLink[] = [
  { place: { page: 'home' }, name: 'Home' },
  { place: { page: 'prepare' }, name: 'Prepare' },
  { place: { page: 'wall' }, name: 'Wall' },
  { place: { page: 'readout', review: null }, name: 'Readout' },
  { place: { page: 'actions' }, name: 'Actions', gapBefore: true },
  { place: { page: 'initiatives' }, name: 'Initiatives' },
  { place: { page: 'risks' }, name: 'Risks' },
  { place: { page: 'decisions' }, name: 'Decisions' },
  { place: { page: 'cadence' }, name: 'Cadence', gapBefore: true },
  { place: { page: 'data' }, name: 'Data' },
  { place: { page: 'settings' }, name: 'Settings' },
];
