import type { SystemDecoding } from '#shared/tabular/other-encoding.ts';

/** Decodes an encoding that the runtime knows, chunk by chunk; null for one that it was built without. */
export const systemDecoding: SystemDecoding = (encoding) => {
  try {
    const decoder = new TextDecoder(encoding);
    return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
  } catch {
    return null;
  }
};
