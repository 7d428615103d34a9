import { describe, expect, it } from 'vitest';
import { mappingText, parseMappingText } from '#shared/ipc/mapping-file.ts';
import { ok } from '#shared/result.ts';

const mapping = {
  signature: 'date\u001fdeploys\u001fservice',
  file: 'deploys “weekly”.csv',
  settings: {
    before: { dateOrder: 'dmy' },
    missing: ['n.v.'],
    columns: [{ name: 'deploys', occurrence: 1, metric: 'own:deploys', keptIn: 's' }],
  },
} as const;

describe('a mapping as a file', () => {
  it('comes back as it was saved', () => {
    expect(parseMappingText(mappingText(mapping))).toEqual(ok(mapping));
  });

  it.each([
    ['text', 'date,service\n'],
    ['another JSON', '{"settings":{}}'],
    ['a list', '[]'],
  ])('is not taken from %s', (_, text) => {
    expect(parseMappingText(text)).toMatchObject({
      ok: false,
      failure: expect.stringContaining('not a mapping'),
    });
  });

  it('is not taken in part where a setting is not known', () => {
    const text = mappingText(mapping).replace('"missing"', '"absent"');
    expect(parseMappingText(text)).toMatchObject({
      ok: false,
      failure: expect.stringContaining('newer Andon'),
    });
  });
});
