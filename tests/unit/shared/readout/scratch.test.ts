import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { toReadout } from '#shared/readout/to-readout.ts';
import { toHtml } from '#shared/readout/html.ts';
import { aReadoutSource, anEmptyReadoutSource } from '#tests/support/readout.ts';
it('x', () => {
  const font = readFileSync('assets/fonts/inter-latin-opsz-normal.woff2').toString('base64');
  writeFileSync('/tmp/readout.html', toHtml(toReadout(aReadoutSource()), { font }));
  writeFileSync('/tmp/readout-empty.html', toHtml(toReadout(anEmptyReadoutSource()), { font }));
});
