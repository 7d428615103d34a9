import { useCommands } from '#renderer/src/commands/use-commands.ts';
import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { AliasSuggestion } from '#shared/tabular/alias-suggestions.ts';
import type { Reading } from '#shared/tabular/reading.ts';
import styles from './Names.module.css';

const SHOWN_NAMES = 12;
const SHOWN_SUGGESTIONS = 6;

/** What the names are, by the header of their column. */
function nounFor(reading: Reading, count: number): string {
  const header = reading.evidence.find((one) => one.setting === 'entity')?.value ?? '';
  const noun = /team|squad|tribe/i.test(header)
    ? 'team'
    : /service|app|component|repo/i.test(header)
      ? 'service'
      : 'name';
  return count === 1 ? noun : `${noun}s`;
}

function Suggestion({
  suggestion,
  isFirst,
  mapping,
}: {
  readonly suggestion: AliasSuggestion;
  readonly isFirst: boolean;
  readonly mapping: Mapping;
}) {
  const { name, standsFor, because } = suggestion;
  return (
    <li>
      <span>
        “<bdi>{name}</bdi>” may be “<bdi>{standsFor}</bdi>” <small>{because}</small>
      </span>
      <span className={styles.ways}>
        <Button
          size="small"
          keys={isFirst ? ['y'] : []}
          label={`${name} is ${standsFor}`}
          onPress={() => mapping.decideName(name, standsFor)}
        >
          The same
        </Button>
        <Button
          size="small"
          keys={isFirst ? ['n'] : []}
          label={`${name} is not ${standsFor}`}
          onPress={() => mapping.decideName(name, null)}
        >
          Two things
        </Button>
      </span>
    </li>
  );
}

type Props = {
  readonly reading: Reading;
  readonly mapping: Mapping;
  readonly suggestions: readonly AliasSuggestion[];
  readonly newNames: readonly string[];
};

/** Names that are new, and names that may mean one thing: suggested, never joined before somebody says so. */
export function Names({ reading, mapping, suggestions, newNames }: Props) {
  const [first] = suggestions;
  useCommands(
    first === undefined
      ? []
      : [
          {
            id: 'same-name',
            name: `${first.name} is ${first.standsFor}`,
            group: 'Import',
            keys: ['y'],
            run: () => mapping.decideName(first.name, first.standsFor),
          },
          {
            id: 'other-name',
            name: `${first.name} is not ${first.standsFor}`,
            group: 'Import',
            keys: ['n'],
            run: () => mapping.decideName(first.name, null),
          },
        ],
  );
  const joined = [...mapping.decisions].filter(([, standsFor]) => standsFor !== null);
  if (suggestions.length + newNames.length + joined.length === 0) return null;
  const shown = newNames.slice(0, SHOWN_NAMES);
  const rest = newNames.length - shown.length;
  return (
    <Section
      title="Names"
      remark={suggestions.length > 0 ? 'nothing is joined unless you say so' : 'kept for later files'}
    >
      {newNames.length > 0 && (
        <p className={styles.fresh}>
          {newNames.length.toLocaleString('en')} new {nounFor(reading, newNames.length)}:{' '}
          {shown.map((name, at) => (
            <span key={name}>
              {at > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
          {rest > 0 && ` and ${rest.toLocaleString('en')} more`}
        </p>
      )}
      <ul className={styles.list}>
        {joined.map(([name, standsFor]) => (
          <li key={name}>
            <span>
              “<bdi>{name}</bdi>” is “<bdi>{standsFor ?? ''}</bdi>”
            </span>
            <Button size="small" label={`Keep ${name} apart`} onPress={() => mapping.decideName(name, null)}>
              Keep apart
            </Button>
          </li>
        ))}
        {suggestions.slice(0, SHOWN_SUGGESTIONS).map((suggestion, at) => (
          <Suggestion key={suggestion.name} suggestion={suggestion} isFirst={at === 0} mapping={mapping} />
        ))}
      </ul>
      {suggestions.length > SHOWN_SUGGESTIONS && (
        <p className={styles.fresh}>
          {suggestions.length - SHOWN_SUGGESTIONS} further suggestions after these
        </p>
      )}
    </Section>
  );
}
