import type { ReadFile } from '#renderer/src/data/imports.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { withMissingWord } from '#shared/tabular/answers.ts';
import type { RejectedGroup } from '#shared/tabular/reading.ts';
import styles from './Rejected.module.css';
import type { Mapping } from './use-mapping.ts';

const MOST_GROUPS = 8;

const WAYS_OUT: Readonly<Record<NonNullable<RejectedGroup['code']>, string>> = {
  'not-a-number': 'Correct it in the file, or treat it as missing.',
  'not-a-date': 'Give it as a full date, or choose how dates are written.',
  'impossible-date': 'Correct the day; it is never moved to another one.',
  'too-many-fields': 'Put the cell that holds the separator in quotes.',
  'unclosed-quote': 'Close the quote and bring the file again.',
  'bad-text': 'Export the file as UTF-8.',
  'unit-differs': 'Write it in the unit of the other rows.',
};

function where({ count, line }: RejectedGroup): string {
  return count === 1 ? `line ${line}` : `${count.toLocaleString('en')} rows, first in line ${line}`;
}

/** Whether calling the cell's word missing would read the row. */
export function canBeMissing({ code, value }: RejectedGroup): boolean {
  return code === 'not-a-number' && value !== '' && value.length <= 60;
}

function Group({ group, mapping }: { readonly group: RejectedGroup; readonly mapping: Mapping }) {
  return (
    <li>
      <div>
        <bdi>{group.message}</bdi>
        <small>
          {where(group)}. {group.code !== null && WAYS_OUT[group.code]}
        </small>
      </div>
      {canBeMissing(group) && (
        <Button size="small" onPress={() => mapping.set(withMissingWord(mapping.settings, group.value))}>
          “{group.value.slice(0, 24)}” is missing
        </Button>
      )}
    </li>
  );
}

type Props = { readonly read: ReadFile; readonly mapping: Mapping; readonly onSave: () => void };

/** Rows that cannot be read, by reason, with what may be done about each; nothing of it happens by itself. */
export function Rejected({ read, mapping, onSave }: Props) {
  const { rejectedGroups: groups, rejectedCount, data } = read.reading.rows;
  const asMissing = mapping.settings.rejects === 'as-missing';
  if (rejectedCount === 0 && !asMissing) return null;
  return (
    <Section
      title="Rejected rows"
      remark={`${rejectedCount.toLocaleString('en')} of ${(rejectedCount + data).toLocaleString('en')} rows`}
    >
      <ul className={styles.groups}>
        {groups.slice(0, MOST_GROUPS).map((group) => (
          <Group key={`${group.message}${group.line}`} group={group} mapping={mapping} />
        ))}
        {groups.length > MOST_GROUPS && <li>{groups.length - MOST_GROUPS} further kinds of faults</li>}
      </ul>
      <div className={styles.ways}>
        <Button size="small" pressed={!asMissing} onPress={() => mapping.change({ rejects: 'leave-out' })}>
          Leave these rows out
        </Button>
        <Button size="small" pressed={asMissing} onPress={() => mapping.change({ rejects: 'as-missing' })}>
          Treat all such cells as missing
        </Button>
        {rejectedCount > 0 && (
          <Button size="small" keys={['s']} onPress={onSave}>
            Save them with their reasons
          </Button>
        )}
      </div>
    </Section>
  );
}
