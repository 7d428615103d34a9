import type { CaptureContext, CaptureKind } from '#shared/review/capture/capture.ts';

export const KIND_BY_KEY: Readonly<Record<'a' | 'n' | 'd' | 'r' | 'w' | 'p' | 'i', CaptureKind>> = {
  a: 'action',
  n: 'note',
  d: 'decision',
  r: 'risk',
  w: 'win',
  p: 'parking',
  i: 'initiative',
};

export const WEEKDAYS = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

/** The room of the capture cases: Wednesday 2026-11-18, en-US, Monday to Friday, five people. */
export function aCaptureContext(context: Partial<CaptureContext>): CaptureContext {
  return {
    pressed: 'action',
    today: '2026-11-18',
    locale: 'en-US',
    workweek: [1, 2, 3, 4, 5],
    fiscalYearStart: null,
    people: [
      { id: 'maria', handle: 'maria', name: 'Maria Silva' },
      { id: 'li', handle: 'li', name: 'Li Wei' },
      { id: 'priya', handle: 'priya', name: 'Priya Nair' },
      { id: 'jonas', handle: 'jonas', name: 'Jonas Weber' },
      { id: 'ana.costa', handle: 'ana.costa', name: 'Ana Costa' },
      { id: 'ana.petrova', handle: 'ana.petrova', name: 'Ana Petrova' },
    ],
    entities: ['search-api', 'payments-gateway', 'checkout', 'Card Payments'],
    anomaly: null,
    ...context,
  };
}
