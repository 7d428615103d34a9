import { describe, expect, it } from 'vitest';
import { entityKindOf } from '#shared/tabular/entity-kind.ts';

describe('what a column of names calls what it names', () => {
  it.each([
    ['Team', 'team'],
    ['owning_team', 'team'],
    ['OwningSquad', 'team'],
    ['Team Name', 'team'],
    ['service', 'service'],
    ['service_id', 'service'],
    ['Affected Component', 'service'],
    ['Serviço', 'service'],
    ['équipe', 'team'],
  ])('%s: %s', (column, kind) => {
    expect(entityKindOf(column)).toBe(kind);
  });

  it.each(['Project', 'repository', 'Team size', 'teammate', 'host', '', 'column 3'])(
    'does not say it for %j',
    (column) => {
      expect(entityKindOf(column)).toBeNull();
    },
  );
});
