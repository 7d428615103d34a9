import { formatFigure } from '#shared/figures.ts';
import type { RateRatio } from '#shared/signals/rates/rate-ratio.ts';

/** `1.34`, `2.3`, `12`: how many times something is what it was. */
export function times(ratio: number): string {
  if (!Number.isFinite(ratio)) return 'any number of';
  if (ratio >= 10) return ratio.toFixed(0);
  return ratio.toFixed(ratio >= 2 ? 1 : 2);
}

/** `12 points`: the distance of two shares. */
export function points(share: number): string {
  return `${Math.round(share * 100)} points`;
}

/** `1.34 times (1.27 to 1.43)`. */
export function timesWithInterval({ ratio, low, high }: RateRatio): string {
  return `${times(ratio)} times (${times(low)} to ${times(high)})`;
}

/** `37 %`, `4.9 %` of a share: what is used, left or taken, so that whole per cents are enough from ten on. */
export function percent(share: number): string {
  const size = Math.abs(share);
  if (size >= 0.0995) return `${Math.round(share * 100)}\u00a0%`;
  return size >= 0.00995 ? `${Number((share * 100).toFixed(1))}\u00a0%` : formatFigure(share, 'share');
}

/** `1 week`, `12 weeks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** `a, b and c`; at most `most` of them, then how many more. */
export function listed(names: readonly string[], most = 6): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  if (shown.length < 2) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

export function capitalised(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
