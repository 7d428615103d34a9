import type { Choice } from '#renderer/src/ui/Select.tsx';

export const NOT_SAID = '-';

/** ISO weekdays, 1 for Monday. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name, index) => ({
  day: index + 1,
  name,
}));

export const MONTHS: readonly Choice[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].map((name, index) => ({ id: String(index + 1), name }));

/** Locales in which typed days are understood or dates are commonly written. */
const LOCALES = [
  'en-GB',
  'en-US',
  'en-IE',
  'en-AU',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'pt-PT',
  'pl-PL',
  'sv-SE',
  'da-DK',
  'fi-FI',
  'nb-NO',
  'cs-CZ',
  'tr-TR',
  'ja-JP',
];

export function locales(): readonly Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return LOCALES.map((id) => ({ id, name: names.of(id) ?? id }));
}

export function currencies(): readonly Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((id) => ({ id, name: id, remark: names.of(id) ?? '' }));
}

export function timeZones(): readonly Choice[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, name: id.replaceAll('_', ' ') }));
}
