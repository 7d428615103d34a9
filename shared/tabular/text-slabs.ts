/** Texts one after the other in blocks of a megabyte, each under the place where it stands. */
export type TextSlabs = { readonly slabs: Uint8Array[]; used: number };

const SLAB = 1 << 20;

/** A length takes four bytes before its text. */
const PREFIX = 4;

export function createSlabs(): TextSlabs {
  return { slabs: [], used: SLAB };
}

/** Keeps the bytes from one position up to another; the place under which they are found. */
export function keepText(store: TextSlabs, bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const room = length + PREFIX;
  if (store.used + room > SLAB) {
    store.slabs.push(new Uint8Array(Math.max(SLAB, room)));
    store.used = 0;
  }
  const slab = store.slabs[store.slabs.length - 1] as Uint8Array;
  const at = store.used;
  slab[at] = length & 255;
  slab[at + 1] = (length >>> 8) & 255;
  slab[at + 2] = (length >>> 16) & 255;
  slab[at + 3] = length >>> 24;
  const into = at + PREFIX - from;
  for (let index = from; index < to; index += 1) slab[into + index] = bytes[index] as number;
  store.used = at + room;
  return (store.slabs.length - 1) * SLAB + at;
}

/** The bytes at a place; a view. */
export function keptText(store: TextSlabs, place: number): Uint8Array {
  const slab = store.slabs[Math.floor(place / SLAB)] as Uint8Array;
  const at = place % SLAB;
  const byte = (index: number): number => slab[at + index] as number;
  const length = byte(0) + byte(1) * 256 + byte(2) * 65_536 + byte(3) * 16_777_216;
  return slab.subarray(at + PREFIX, at + PREFIX + length);
}
