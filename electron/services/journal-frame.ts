import { createHash } from 'node:crypto';
import { MAX_EVENT_TEXT } from '#shared/ipc/contract.ts';

/**
 * One event in a journal file: magic, sequence (8 bytes), length (4 bytes), the event's text as UTF-8, and the first
 * 8 bytes of the SHA-256 over everything before. Numbers are little-endian.
 */

/** Starts with a byte that UTF-8 never uses, so no event's text can look like the start of a frame. */
const MAGIC = Buffer.from([0xff, 0x41, 0x4a, 0x31]);
const HEAD_BYTES = MAGIC.length + 8 + 4;
const SUM_BYTES = 8;
/** No event is larger, at three bytes of UTF-8 at most for each unit of its text: a length beyond it is damage. */
const MAX_PAYLOAD_BYTES = 3 * MAX_EVENT_TEXT;

function sumOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, SUM_BYTES);
}

export function toFrame(sequence: number, text: string): Buffer {
  const payload = Buffer.from(text, 'utf8');
  const body = Buffer.alloc(HEAD_BYTES + payload.length);
  MAGIC.copy(body);
  body.writeBigUInt64LE(BigInt(sequence), MAGIC.length);
  body.writeUInt32LE(payload.length, MAGIC.length + 8);
  payload.copy(body, HEAD_BYTES);
  return Buffer.concat([body, sumOf(body)]);
}

type Frame = { readonly sequence: number; readonly text: string; readonly end: number };

function frameAt(bytes: Buffer, start: number): Frame | null {
  if (start + HEAD_BYTES + SUM_BYTES > bytes.length) return null;
  if (!bytes.subarray(start, start + MAGIC.length).equals(MAGIC)) return null;
  const length = bytes.readUInt32LE(start + MAGIC.length + 8);
  const end = start + HEAD_BYTES + length + SUM_BYTES;
  if (length > MAX_PAYLOAD_BYTES || end > bytes.length) return null;
  const body = bytes.subarray(start, end - SUM_BYTES);
  if (!sumOf(body).equals(bytes.subarray(end - SUM_BYTES, end))) return null;
  return {
    sequence: Number(body.readBigUInt64LE(MAGIC.length)),
    text: body.toString('utf8', HEAD_BYTES),
    end,
  };
}

export type FramesRead = {
  readonly texts: readonly string[];
  readonly lastSequence: number;
  /** Stretches of bytes that are no whole frame: a torn tail, a flipped bit. */
  readonly passedOver: number;
  /** Whether the file ends with a whole frame, so that more may be appended to it. */
  readonly endsWhole: boolean;
};

/** Every whole frame of a journal file, in order; what is damaged is passed over up to the next whole frame. */
export function readFrames(bytes: Buffer): FramesRead {
  const texts: string[] = [];
  let lastSequence = 0;
  let passedOver = 0;
  let endsWhole = true;
  let at = 0;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at);
    if (frame !== null) {
      texts.push(frame.text);
      lastSequence = Math.max(lastSequence, frame.sequence);
      at = frame.end;
      endsWhole = true;
      continue;
    }
    if (endsWhole) passedOver += 1;
    endsWhole = false;
    const next = bytes.indexOf(MAGIC, at + 1);
    at = next < 0 ? bytes.length : next;
  }
  return { texts, lastSequence, passedOver, endsWhole };
}
