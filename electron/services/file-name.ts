/** Characters that some file system or shell treats specially. */
const SPECIAL = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** The name as one that every system accepts: no folders, no control characters, no reserved device. */
export function safeFileName(name: string): string {
  const plain = name.normalize('NFC').replace(SPECIAL, ' ').replace(/\s+/g, ' ').trim();
  const short = plain
    .replace(/^[. ]+/, '')
    .slice(-120)
    .replace(/[. ]+$/, '')
    .trim();
  if (short === '') return 'readout';
  return RESERVED.test(short) ? `_${short}` : short;
}
