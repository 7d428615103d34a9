/** The different texts of a column as bytes, each under a code from 0; the empty text is code 0. */
export type ByteDictionary = {
  /** Code of a text by its hash, plus one; 0 where there is none. */
  slots: Int32Array;
  heap: Uint8Array;
  /** The same bytes, for reading four at once. */
  view: DataView;
  /** Where each text ends in `heap`; it begins where the one before it ends. */
  ends: Uint32Array;
  size: number;
  last: number;
  /** For each code the one that last came after it: the rows of most exports repeat in an order. */
  followers: Uint32Array;
  /** 1 for texts that were seen as they are, between delimiters and without quotes. */
  bare: Uint8Array;
};

/** The bytes of a chunk, for reading four at once wherever they stand. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function createDictionary(): ByteDictionary {
  const heap = new Uint8Array(64);
  return {
    slots: new Int32Array(16),
    heap,
    view: viewOf(heap),
    ends: new Uint32Array(8),
    size: 1,
    last: 0,
    followers: new Uint32Array(8),
    bare: new Uint8Array(8),
  };
}

export function startOf(dictionary: ByteDictionary, code: number): number {
  return code === 0 ? 0 : (dictionary.ends[code - 1] as number);
}

/** Bytes that the texts take. */
export function heapSize(dictionary: ByteDictionary): number {
  return dictionary.ends[dictionary.size - 1] as number;
}

function isText(
  dictionary: ByteDictionary,
  code: number,
  bytes: Uint8Array,
  from: number,
  length: number,
): boolean {
  const { heap, ends } = dictionary;
  const end = ends[code] as number;
  const start = code === 0 ? 0 : (ends[code - 1] as number);
  if (end - start !== length) return false;
  // Names that belong together differ at their ends.
  for (let index = length - 1; index >= 0; index -= 1) {
    if (heap[start + index] !== bytes[from + index]) return false;
  }
  return true;
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let index = from; index < to; index += 1) hash = (Math.imul(hash, 31) + (bytes[index] as number)) | 0;
  return hash ^ (hash >>> 15);
}

function widen(list: Uint32Array): Uint32Array {
  const wider = new Uint32Array(list.length * 2);
  wider.set(list);
  return wider;
}

function spread(dictionary: ByteDictionary): void {
  const slots = new Int32Array(dictionary.slots.length * 4);
  const mask = slots.length - 1;
  for (let code = 1; code < dictionary.size; code += 1) {
    const from = startOf(dictionary, code);
    let slot = hashOf(dictionary.heap, from, dictionary.ends[code] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = code + 1;
  }
  dictionary.slots = slots;
}

function add(dictionary: ByteDictionary, bytes: Uint8Array, from: number, to: number): number {
  const start = heapSize(dictionary);
  const end = start + to - from;
  if (end > dictionary.heap.length) {
    const wider = new Uint8Array(Math.max(dictionary.heap.length * 2, end));
    wider.set(dictionary.heap);
    dictionary.heap = wider;
    dictionary.view = viewOf(wider);
  }
  const { heap, size } = dictionary;
  for (let index = from; index < to; index += 1) heap[start + index - from] = bytes[index] as number;
  if (size === dictionary.ends.length) {
    dictionary.ends = widen(dictionary.ends);
    dictionary.followers = widen(dictionary.followers);
    const bare = new Uint8Array(size * 2);
    bare.set(dictionary.bare);
    dictionary.bare = bare;
  }
  dictionary.ends[size] = end;
  dictionary.size = size + 1;
  return size;
}

/** Code of the bytes from one position up to another; texts that are new get the next one. */
export function codeOf(dictionary: ByteDictionary, bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const { last } = dictionary;
  if (length === 0) {
    dictionary.followers[last] = 0;
    dictionary.last = 0;
    return 0;
  }
  const guess = dictionary.followers[last] as number;
  if (isText(dictionary, guess, bytes, from, length)) {
    dictionary.last = guess;
    return guess;
  }
  const { slots } = dictionary;
  const mask = slots.length - 1;
  let slot = hashOf(bytes, from, to) & mask;
  let code = (slots[slot] as number) - 1;
  while (code >= 0 && !isText(dictionary, code, bytes, from, length)) {
    slot = (slot + 1) & mask;
    code = (slots[slot] as number) - 1;
  }
  if (code < 0) {
    code = add(dictionary, bytes, from, to);
    slots[slot] = code + 1;
    if (dictionary.size * 2 > slots.length) spread(dictionary);
  }
  dictionary.followers[last] = code;
  dictionary.last = code;
  return code;
}

/**
 * Where the text ends that is expected to come next, when it stands bare at a position and a byte that ends a field
 * (1 in `special`) follows it; -1 when anything else stands there.
 */
export function expectedEnd(
  dictionary: ByteDictionary,
  chunk: DataView,
  from: number,
  special: Uint8Array,
): number {
  const { view, ends, bare, followers, last } = dictionary;
  const code = followers[last] as number;
  const start = code === 0 ? 0 : (ends[code - 1] as number);
  const end = from + (ends[code] as number) - start;
  if (bare[code] === 0 || end >= chunk.byteLength || special[chunk.getUint8(end)] !== 1) return -1;
  const offset = start - from;
  let index = end - 4;
  // Names that belong together differ at their ends.
  for (; index >= from; index -= 4) {
    if (view.getInt32(offset + index) !== chunk.getInt32(index)) return -1;
  }
  for (index += 3; index >= from; index -= 1) {
    if (view.getUint8(offset + index) !== chunk.getUint8(index)) return -1;
  }
  return end;
}

/** Code of the text that was expected, which came. */
export function follow(dictionary: ByteDictionary): number {
  const code = dictionary.followers[dictionary.last] as number;
  dictionary.last = code;
  return code;
}
