import { describe, expect, it } from 'vitest';
import { createLexer } from '#shared/tabular/lexer.ts';
import { recordsOf } from '#shared/tabular/records.ts';

function split(text: string): readonly (readonly string[])[] {
  const lexer = createLexer({ delimiter: 0x2c, quote: 0x22, backslash: false });
  lexer.push(new TextEncoder().encode(text));
  const records = recordsOf(lexer.end().store, false);
  return Array.from({ length: records.count }, (_, record) =>
    Array.from({ length: records.width(record) }, (__, field) => records.text(record, field)),
  );
}

describe('a quote that is not as it should be', () => {
  it('is text where it begins a field that ends at the next delimiter', () => {
    expect(split('a,"2,$78,"Table, round",x\nb,3,$5,"Sofa",y')).toEqual([
      ['a', '"2', '$78', 'Table, round', 'x'],
      ['b', '3', '$5', 'Sofa', 'y'],
    ]);
  });

  it('is text where a field is quoted and begins with one', () => {
    expect(split('a,""These boots, for men","u"')).toEqual([['a', '"These boots, for men', 'u']]);
  });

  it('is text inside a quoted field where nobody doubled it', () => {
    expect(split('1,"Boxer, 5" Inseam",2')).toEqual([['1', 'Boxer, 5" Inseam', '2']]);
  });

  it('is text at the end of a quoted field where nobody doubled it', () => {
    expect(split('1,"Table, Round 48"","Made in, USA",2')).toEqual([
      ['1', 'Table, Round 48"', 'Made in, USA', '2'],
    ]);
  });

  it('is text at the end of a line and does not swallow the next ones', () => {
    expect(split('1,2,"\n3,4,5\n6,"x, y",7')).toEqual([
      ['1', '2', '"'],
      ['3', '4', '5'],
      ['6', 'x, y', '7'],
    ]);
  });

  it('leaves sound quotes as they are: doubled ones, line breaks, JSON, one before the end', () => {
    expect(split('"a ""b"", c","x\ny","{""k"":1,""l"":[2]}","48"""\n')).toEqual([
      ['a "b", c', 'x\ny', '{"k":1,"l":[2]}', '48"'],
    ]);
  });

  it('is reported where it opens a field that nothing closes', () => {
    const lexer = createLexer({ delimiter: 0x2c, quote: 0x22, backslash: false });
    lexer.push(new TextEncoder().encode('a,b\n1,2\n3,"4\n5,6\n'));
    expect(lexer.end().unclosedAt).toBe(3);
  });
});
