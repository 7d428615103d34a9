type RegisterName = 'actions' | 'initiatives' | 'risks' | 'decisions';

/** What a register opens with: one entry chosen, or its rows narrowed by what would be typed. */
export type InRegister = { readonly entry?: string; readonly narrow?: string };

/** Where one may be. Kept in the address, so that a reload or a second window finds the same place. */
export type Place =
  | { readonly page: 'home' }
  | { readonly page: 'prepare' }
  | { readonly page: 'live' }
  | { readonly page: 'wall' }
  | { readonly page: 'metric'; readonly series: string }
  | ({ readonly page: RegisterName } & InRegister)
  | { readonly page: 'readout'; readonly review: string | null }
  | { readonly page: 'data' }
  | { readonly page: 'cadence' }
  | { readonly page: 'settings' };

const PLAIN: ReadonlySet<string> = new Set([
  'home',
  'prepare',
  'live',
  'wall',
  'data',
  'cadence',
  'settings',
]);

const REGISTERS: ReadonlySet<string> = new Set<RegisterName>([
  'actions',
  'initiatives',
  'risks',
  'decisions',
]);

const NARROWED = 'find/';

function inRegister(argument: string): InRegister {
  if (argument === '') return {};
  return argument.startsWith(NARROWED) ? { narrow: argument.slice(NARROWED.length) } : { entry: argument };
}

/** The place that an address's hash names; home when it names none. */
export function placeOf(hash: string): Place {
  const [page = '', rest = ''] = hash.replace(/^#\/?/, '').split(/\/(.*)/s);
  const argument = decodeURIComponent(rest);
  if (page === 'metric' && argument !== '') return { page, series: argument };
  if (page === 'readout') return { page, review: argument === '' ? null : argument };
  if (REGISTERS.has(page)) return { page: page as RegisterName, ...inRegister(argument) };
  return PLAIN.has(page) ? ({ page } as Place) : { page: 'home' };
}

export function hashOf(place: Place): string {
  if (place.page === 'metric') return `#/metric/${encodeURIComponent(place.series)}`;
  if (place.page === 'readout' && place.review !== null)
    return `#/readout/${encodeURIComponent(place.review)}`;
  if ('entry' in place && place.entry !== undefined)
    return `#/${place.page}/${encodeURIComponent(place.entry)}`;
  if ('narrow' in place && place.narrow !== undefined)
    return `#/${place.page}/${encodeURIComponent(NARROWED + place.narrow)}`;
  return `#/${place.page}`;
}

/** The review whose stage this window is, or null for the app's own window. The address says `?stage=REVIEW`. */
export function stageReview(location: Pick<Location, 'search'>): string | null {
  return new URLSearchParams(location.search).get('stage');
}

/** The rehearsal that a window belongs to, or null for the real thing. The address says `?rehearsal=ID`. */
export function rehearsalAt({ search }: Pick<Location, 'search'>): string | null {
  const id = new URLSearchParams(search).get('rehearsal');
  return id !== null && /^[a-z0-9-]{1,40}$/.test(id) ? id : null;
}

/** Address of the stage of a review, in the rehearsal at hand where there is one. */
export function stageAddress(review: string, rehearsal: string | null): string {
  const query = new URLSearchParams({ stage: review, ...(rehearsal === null ? {} : { rehearsal }) });
  return `/?${query}`;
}

/** Held by every window of the app that is not a stage: a stage knows by it whether a console is open. */
export const APP_WINDOW = 'andon.app';
