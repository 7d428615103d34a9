import { describe, expect, it } from 'vitest';
import { csvCell, toActionsCsv } from '#shared/readout/actions-csv.ts';
import { toDueDatesIcs } from '#shared/readout/due-dates-ics.ts';
import { escapeMarkdown } from '#shared/readout/escape-markdown.ts';
import { toHtml } from '#shared/readout/html.ts';
import { toMarkdown } from '#shared/readout/markdown.ts';
import { toReadout } from '#shared/readout/to-readout.ts';
import { anEmptyReadoutSource, anItem, aReadoutSource } from '#tests/support/readout.ts';

const HOSTILE =
  '</style><script>alert(1)</script><img src=x onerror=alert(1)> "\'&amp; [x](javascript:alert(1)) | `a` =1+1';

function hostile() {
  const source = aReadoutSource({
    edits: {
      title: HOSTILE,
      headline: HOSTILE,
      'outcome:incident-cost': HOSTILE,
      'dimension:delivery': HOSTILE,
    },
    items: (['action', 'decision', 'win', 'parking', 'note', 'initiative'] as const).map((kind) =>
      anItem({ id: kind, kind, text: HOSTILE, ownerText: HOSTILE, due: '2026-12-04', tags: ['ask'] }),
    ),
    waivers: [{ event: 'e', atMs: 0, actor: 'li', rule: HOSTILE, reason: HOSTILE }],
  });
  const organization = source.registers.organization;
  return toReadout({
    ...source,
    registers: {
      ...source.registers,
      organization: organization === null ? null : { ...organization, name: HOSTILE },
    },
  });
}

describe('HTML', () => {
  const html = toHtml(toReadout(aReadoutSource()));

  it('loads nothing and runs nothing', () => {
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<script|<link|<iframe|<img|@import|href=|src=/i);
    expect(
      html.match(/https?:[^"'\s<]+/g)?.filter((url) => url !== 'http://www.w3.org/2000/svg') ?? [],
    ).toEqual([]);
  });

  it('has two lead pages and the evidence, with one chart for each anomaly', () => {
    expect(html.match(/<section class="sheet"/g)).toHaveLength(3);
    expect(html.match(/<svg class="ch" [^>]*role="img"/g)).toHaveLength(6);
  });

  it('lets nothing that was typed become markup, style or script', () => {
    const page = toHtml(hostile());
    expect(page).not.toMatch(/<script|<img/i);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('takes only base64 as its font', () => {
    expect(toHtml(toReadout(aReadoutSource()), { font: 'AAAA' })).toContain('data:font/woff2;base64,AAAA');
    expect(toHtml(toReadout(aReadoutSource()), { font: ');}</style>' })).not.toContain('@font-face');
  });

  it('moves what does not fit to the evidence and says so', () => {
    const items = Array.from({ length: 20 }, (_, index) =>
      anItem({
        id: `i-${index}`,
        number: `A-${300 + index}`,
        kind: 'action',
        text: `Write down limit ${index}`,
        owner: 'li',
        due: '2026-12-04',
      }),
    );
    const page = toHtml(toReadout(aReadoutSource({ items })));
    const [lead, evidence] = page.split('aria-label="Evidence"');
    expect(lead).toMatch(/\d+ more in the evidence/);
    expect(evidence).toContain('Further commitments');
    for (let index = 0; index < 20; index += 1) expect(page).toContain(`>A-${300 + index}<`);
  });

  it('prints all that is said of the review itself, on its lead page or in the evidence', () => {
    const waivers = Array.from({ length: 12 }, (_, at) => ({
      event: `e-${at}`,
      atMs: at,
      actor: 'li',
      rule: `finding ${at} has an owner`,
      reason: 'the team meets tomorrow',
    }));
    const readout = toReadout(aReadoutSource({ waivers }));
    const [lead = '', evidence = ''] = toHtml(readout).split('aria-label="Evidence"');
    expect(lead).toMatch(/The review itself.*more in the evidence/s);
    for (const { rule } of waivers)
      expect(Number(lead.includes(rule)) + Number(evidence.includes(rule)), rule).toBeGreaterThan(0);
    expect(evidence).toContain('finding 11 has an owner');
  });

  it('prints a cut sentence in full in the evidence', () => {
    const long = `${'The wait for a decision is what holds Search. '.repeat(12)}The end.`;
    const [lead, evidence] = toHtml(toReadout(aReadoutSource({ edits: { headline: long } }))).split(
      'aria-label="Evidence"',
    );
    expect(lead).not.toContain('The end.');
    expect(evidence).toContain('The end.');
  });

  it('prints an empty review without a hole', () => {
    const page = toHtml(toReadout(anEmptyReadoutSource()));
    expect(page).toContain('No anomaly was put before the room.');
    expect(page).not.toMatch(/undefined|null|NaN/);
  });
});

describe('Markdown', () => {
  const markdown = toMarkdown(toReadout(aReadoutSource()));

  it('has every section under one title', () => {
    expect(markdown.match(/^#{1,2} .*/gm)).toEqual([
      '# Platform pages per on-call week is 25, above its upper limit of 19',
      '## What it means for the business',
      '## The constraint',
      '## Decisions and asks',
      '## The five dimensions',
      '## Commitments',
      '## The six questions',
      '## Risks',
      '## Coming up',
      '## The review itself',
      '## Going well',
      '## Evidence',
      '## Not reached',
      '## Waived',
      '## Parked',
      '## Notes',
    ]);
  });

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['99.27 % stays', '99.27 % stays'],
    ['- no\n\n- list', '\\- no - list'],
    ['a | b', 'a \\| b'],
    ['[x](javascript:1) <b>', '\\[x\\](javascript:1) \\<b\\>'],
    ['`code` *bold* _it_ ~~no~~ &amp;', '\\`code\\` \\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\&amp;'],
  ])('shows %j literally', (typed, written) => {
    expect(escapeMarkdown(typed)).toBe(written);
  });

  it('lets nothing that was typed become markup', () => {
    const text = toMarkdown(hostile());
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\[/);
    expect(
      text.match(/^\| .* \|$/gm)?.every((row) => [4, 5, 6].includes(row.split(/(?<!\\)\|/).length - 1)),
    ).toBe(true);
  });
});

describe('actions as CSV', () => {
  it('writes one row for each commitment, empty where nothing is known', () => {
    const lines = toActionsCsv(toReadout(aReadoutSource())).split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe('\uFEFFid,kind,text,owner,due,priority,for,evidence,review');
    expect(lines[4]).toBe(
      'A-117,action,Find an owner for each legacy-export asset,,2026-11-25,,Vigilance,,2026-11-18',
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['  =cmd()', "'  =cmd()"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2 pages', "'-2 pages"],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['=a,b', `"'=a,b"`],
    ['plain - text', 'plain - text'],
  ])('keeps %j from being a formula or a second cell', (typed, written) => {
    expect(csvCell(typed)).toBe(written);
  });
});

describe('due dates as a calendar', () => {
  it('has one whole day for each commitment that has a date', () => {
    const ics = toDueDatesIcs(toReadout(aReadoutSource()));
    expect(ics.match(/^DTSTART.*$/gm)).toEqual([
      'DTSTART;VALUE=DATE:20261204',
      'DTSTART;VALUE=DATE:20261125',
      'DTSTART;VALUE=DATE:20261127',
      'DTSTART;VALUE=DATE:20261125',
    ]);
    expect(ics).toContain('DTEND;VALUE=DATE:20261205\r\nSUMMARY:A-114 Try the second deploy slot');
    expect(new Set(ics.match(/^UID:.*$/gm)).size).toBe(4);
  });

  it('folds long lines, counts octets, and escapes what separates', () => {
    const items = [
      anItem({
        id: 'x',
        kind: 'action',
        number: 'A-1',
        text: `${'検索'.repeat(40)}; a, b\nBEGIN:VEVENT`,
        due: '2026-12-04',
      }),
    ];
    const ics = toDueDatesIcs(toReadout(aReadoutSource({ items })));
    const lines = ics.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(ics.replaceAll('\r\n ', '')).toContain('\\; a\\, b\\nBEGIN:VEVENT');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });
});
