import { Button } from '#renderer/src/ui/Button.tsx';
import { dayAndMonth } from '#renderer/src/ui/dates.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import styles from './history.module.css';

type Props = {
  readonly comparison: ImportComparison;
  readonly existing: OnExisting;
  readonly onChange: (existing: OnExisting) => void;
};

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function consequence({ changed, range }: ImportComparison, existing: OnExisting): string {
  const differ = counted(changed.length, 'stored value differs', 'stored values differ');
  switch (existing) {
    case 'update':
      return changed.length === 0
        ? 'What the file does not repeat stays as it is.'
        : `${differ}; the file’s values take their place. What it does not repeat stays as it is.`;
    case 'skip':
      return `${differ} and ${changed.length === 1 ? 'stays' : 'stay'} as stored; only new values are added.`;
    case 'replace-range':
      return range === null
        ? 'The file repeats everything that is stored in its range.'
        : `${counted(range.values, 'stored value that the file does not have goes', 'stored values that the file does not have go')}. Taking the file back brings them back.`;
  }
}

/** What happens to values that are stored already: taken from the file, left alone, or the whole range replaced. */
export function ExistingValues({ comparison, existing, onChange }: Props) {
  const { changed, range } = comparison;
  if (changed.length === 0 && range === null) return null;
  const choices: readonly { readonly id: OnExisting; readonly name: string }[] = [
    { id: 'update', name: 'Take the file’s values' },
    ...(changed.length === 0 ? [] : [{ id: 'skip' as const, name: 'Keep what is stored' }]),
    ...(range === null
      ? []
      : [
          {
            id: 'replace-range' as const,
            name: `Replace ${dayAndMonth(range.from)} to ${dayAndMonth(range.to)}`,
          },
        ]),
  ];
  return (
    <fieldset className={styles.existing} aria-label="Values that are stored already">
      <div className={styles.ways}>
        {choices.map(({ id, name }) => (
          <Button key={id} size="small" pressed={existing === id} onPress={() => onChange(id)}>
            {name}
          </Button>
        ))}
      </div>
      <p>{consequence(comparison, existing)}</p>
    </fieldset>
  );
}
