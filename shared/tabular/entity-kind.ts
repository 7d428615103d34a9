import type { Reading } from './reading.ts';

export type NamedKind = 'team' | 'service';

const WORDS: readonly (readonly [NamedKind, RegExp])[] = [
  ['team', /^(teams?|squads?|tribes?|crews?|équipe|equipe|equipo|zespół|команда)$/u],
  ['service', /^(services?|microservices?|components?|applications?|apps?|dienst|servicio|serviço|usługa)$/u],
];

/** What a column of names calls the things that it names: the last of its words decides (`Owning Team`); else null. */
export function entityKindOf(column: string): NamedKind | null {
  const words = column
    .normalize('NFC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && word !== 'name' && word !== 'id');
  const last = words.at(-1) ?? '';
  return WORDS.find(([, pattern]) => pattern.test(last))?.[0] ?? null;
}

/** The kind of everything that a file names, where exactly one of its columns names things; null where nothing says it. */
export function namedKind({ columns }: Pick<Reading, 'columns'>): NamedKind | null {
  const naming = columns.filter((column) => column.role === 'entity');
  return naming.length === 1 && naming[0] !== undefined ? entityKindOf(naming[0].name) : null;
}
