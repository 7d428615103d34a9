/** What a file is by its first bytes, when it is no table: each with the sentence a person can act on. */
export type ForeignType = { readonly name: string; readonly sentence: string };

type Magic = ForeignType & { readonly bytes: readonly number[] };

const SAVE_AS_CSV = 'Open it, save the sheet as CSV and bring that file.';
const EXPORT_CSV = 'Export the table itself as CSV.';

const MAGICS: readonly Magic[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    name: 'zip',
    sentence: `This is an Excel workbook or another ZIP archive, not text. ${SAVE_AS_CSV}`,
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], name: 'zip', sentence: 'This is an empty ZIP archive, not a table.' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    name: 'xls',
    sentence: `This is an old Excel workbook, not text. ${SAVE_AS_CSV}`,
  },
  {
    bytes: [0x1f, 0x8b],
    name: 'gzip',
    sentence: 'This file is compressed (gzip). Unpack it and bring the file inside.',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'png', sentence: `This is a picture (PNG). ${EXPORT_CSV}` },
  { bytes: [0xff, 0xd8, 0xff], name: 'jpeg', sentence: `This is a picture (JPEG). ${EXPORT_CSV}` },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'gif', sentence: `This is a picture (GIF). ${EXPORT_CSV}` },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    name: 'pdf',
    sentence: `This is a PDF document. ${EXPORT_CSV}`,
  },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
    name: 'sqlite',
    sentence: `This is an SQLite database. ${EXPORT_CSV}`,
  },
  {
    bytes: [0x50, 0x41, 0x52, 0x31],
    name: 'parquet',
    sentence: `This is a Parquet file, not text. ${EXPORT_CSV}`,
  },
];

/** Names a file that is no text by its first bytes; null when they say nothing. */
export function foreignType(head: Uint8Array): ForeignType | null {
  return MAGICS.find((magic) => magic.bytes.every((byte, index) => head[index] === byte)) ?? null;
}

const HTML =
  /^(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--[^>]{0,500}-->\s{0,50})?<(?:!doctype\s+html|html|head|body)\b/i;
const SIGN_IN = /sign[\s-]?in|log[\s-]?in|password|anmelden|sso/i;

/** Names a text that is a web page or another kind of markup; null when it may be a table. `text` is its beginning. */
export function foreignText(text: string): ForeignType | null {
  const start = text.trimStart();
  if (HTML.test(start)) {
    const what = SIGN_IN.test(start) ? 'a web page, probably a sign-in page' : 'a web page';
    return {
      name: 'html',
      sentence: `This is ${what}, not an export. Sign in where the file comes from and download it again.`,
    };
  }
  if (/^[A-Za-z_$][\w$.]{0,60}\(\s{0,20}[[{]/.test(start)) {
    const sentence = 'This is an answer meant for a script (JSONP), not an export. Export it as JSON or CSV.';
    return { name: 'jsonp', sentence };
  }
  if (start.startsWith('<?xml')) {
    return { name: 'xml', sentence: `This is an XML document. ${EXPORT_CSV}` };
  }
  return null;
}

/** Whether bytes look like no text at all: more than one in twenty is a control character. */
export function looksBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) controls += 1;
  }
  return controls > head.length / 20;
}
