import { numberOf, numberText, plainText, safeText } from '#shared/own-export/cells.ts';

/** One column of a register's table: what its cells hold. */
export type Field = {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'flag' | 'list';
  /** Whether an empty cell is null; an empty text elsewhere. */
  readonly nullable: boolean;
};

export type FieldValue = string | number | boolean | null | readonly string[];

export const text = (name: string): Field => ({ name, kind: 'text', nullable: false });
export const maybe = (name: string, kind: Field['kind'] = 'text'): Field => ({ name, kind, nullable: true });
export const list = (name: string): Field => ({ name, kind: 'list', nullable: false });
export const flag = (name: string): Field => ({ name, kind: 'flag', nullable: false });

/** Items that a semicolon would not bring back as they were are written as JSON. */
function listText(items: readonly string[]): string {
  const plain = items.every((item) => item !== '' && item.trim() === item && !/^\[|;/.test(item));
  return plain ? items.join('; ') : JSON.stringify(items);
}

function listOf(cell: string): readonly string[] | null {
  if (cell === '') return [];
  if (!cell.startsWith('[')) return cell.split('; ');
  try {
    const items: unknown = JSON.parse(cell);
    return Array.isArray(items) && items.every((item) => typeof item === 'string') ? items : null;
  } catch {
    return null;
  }
}

/** A value as a cell: formula-safe for texts, exact for numbers. */
export function cellOf(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberText(value);
  return safeText(typeof value === 'string' ? value : listText(value));
}

/** The value of a cell; undefined where the cell holds nothing of the kind. */
export function readCell({ kind, nullable }: Field, cell: string): FieldValue | undefined {
  if (cell === '' && nullable) return null;
  const plain = plainText(cell);
  switch (kind) {
    case 'text':
      return plain;
    case 'list':
      return listOf(plain) ?? undefined;
    case 'flag':
      return plain === 'yes' ? true : plain === 'no' ? false : undefined;
    case 'number': {
      const number = numberOf(plain);
      return number === null || Number.isNaN(number) ? undefined : number;
    }
  }
}
