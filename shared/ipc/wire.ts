/**
 * Values with typed arrays as one run of bytes, for hosts without structured cloning: four bytes with the length of
 * the head, the head (ASCII JSON, padded), then each array's bytes, every part starting on a multiple of eight.
 */

const ARRAYS = { u8: Uint8Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array } as const;
type ArrayKind = keyof typeof ARRAYS;
type Packed = InstanceType<(typeof ARRAYS)[ArrayKind]>;

/** The one key that means something in the head; an object that has it of its own is wrapped. */
const MARK = '$';
const LENGTH_BYTES = 4;

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function arrayKind(value: object): ArrayKind | null {
  const kinds = Object.keys(ARRAYS) as ArrayKind[];
  return kinds.find((kind) => value instanceof ARRAYS[kind]) ?? null;
}

function toHead(value: unknown, segments: Packed[]): unknown {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { [MARK]: ['number', Object.is(value, -0) ? '-0' : String(value)] };
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => toHead(item, segments));
  const kind = arrayKind(value);
  if (kind !== null) {
    segments.push(value as Packed);
    return { [MARK]: [kind, (value as Packed).length] };
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const plain = Object.fromEntries(entries.map(([key, item]) => [key, toHead(item, segments)]));
  return Object.hasOwn(value, MARK) ? { [MARK]: ['object', plain] } : plain;
}

function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The value as bytes. Plain objects, arrays, text, numbers, booleans, null and typed arrays survive as they are. */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  const segments: Packed[] = [];
  const head = toAscii(JSON.stringify(toHead(value ?? null, segments)));
  const start = aligned(LENGTH_BYTES + head.length);
  const total = segments.reduce((sum, segment) => sum + aligned(segment.byteLength), start);
  const bytes = new Uint8Array(total).fill(0x20, 0, start);
  new DataView(bytes.buffer).setUint32(0, start - LENGTH_BYTES, true);
  for (let at = 0; at < head.length; at += 1) bytes[LENGTH_BYTES + at] = head.charCodeAt(at);
  let offset = start;
  for (const segment of segments) {
    bytes.set(new Uint8Array(segment.buffer, segment.byteOffset, segment.byteLength), offset);
    offset += aligned(segment.byteLength);
  }
  return bytes;
}

type Cursor = { readonly bytes: Uint8Array; offset: number };

function takeArray(cursor: Cursor, kind: ArrayKind, length: unknown): Packed {
  const view = ARRAYS[kind];
  const size = Number(length) * view.BYTES_PER_ELEMENT;
  if (!Number.isInteger(size) || size < 0 || cursor.offset + size > cursor.bytes.length) {
    throw new RangeError('The message is shorter than its head says');
  }
  const own = new Uint8Array(size);
  own.set(cursor.bytes.subarray(cursor.offset, cursor.offset + size));
  cursor.offset += aligned(size);
  return new view(own.buffer);
}

function fromMark(mark: unknown, cursor: Cursor): unknown {
  if (!Array.isArray(mark)) throw new TypeError('The message has a mark that nobody knows');
  const [kind, content] = mark as readonly unknown[];
  if (kind === 'number') return Number(content);
  if (kind === 'object') return plainFrom(content as object, cursor);
  if (typeof kind === 'string' && Object.hasOwn(ARRAYS, kind)) {
    return takeArray(cursor, kind as ArrayKind, content);
  }
  throw new TypeError('The message has a mark that nobody knows');
}

function plainFrom(value: object, cursor: Cursor): object {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromHead(item, cursor)]));
}

function fromHead(value: unknown, cursor: Cursor): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fromHead(item, cursor));
  if (Object.hasOwn(value, MARK)) return fromMark((value as { readonly [MARK]: unknown })[MARK], cursor);
  return plainFrom(value, cursor);
}

function asciiText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}

/** The value that `encode` was given. Throws when the bytes are not whole. */
export function decode(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const start = LENGTH_BYTES + length;
  if (start > bytes.length) throw new RangeError('The message is shorter than its head says');
  const head: unknown = JSON.parse(asciiText(bytes.subarray(LENGTH_BYTES, start)));
  return fromHead(head, { bytes, offset: start });
}
