import type { ReadFile } from '#renderer/src/data/imports.ts';
import { saveText } from '#renderer/src/data/save-text.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { RejectedRow } from '#shared/tabular/reading.ts';
import styles from './Rejected.module.css';
import type { Mapping } from './use-mapping.ts';

const MOST_GROUPS = 6;

type Group = { readonly key: string; readonly first: RejectedRow; readonly count: number };

/** Equal faults are one line: what, how often, where first. */
function groupsOf(rejected: readonly RejectedRow[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rejected) {
    const key = `${row.code}|${row.column ?? ''}|${row.value}`;
    const before = groups.get(key);
    groups.set(key, { key, first: before?.first ?? row, count: (before?.count ?? 0) + 1 });
  }
  return [...groups.values()].toSorted((left, right) => right.count - left.count);
}

/** Rows that could not be read: why, and the three ways on. */
export function Rejected({ read, mapping }: { readonly read: ReadFile; readonly mapping: Mapping }) {
  const workspace = useWorkspace();
  const { rejected, rejectedCount, data } = read.reading.rows;
  if (rejected.length === 0) return null;
  const groups = groupsOf(rejected);
  const share = rejectedCount / (rejectedCount + data);
  const save = async () => {
    const answer = await workspace.machine.request('export:rejects', {
      token: read.grant.token,
      settings: mapping.settings,
    });
    if (!answer.ok) return notify(answer.failure.message);
    const said = await saveText(workspace, {
      suggestedName: `rejected-${read.reading.file.replace(/[^\w.-]+/g, '_')}.csv`,
      text: answer.value.csv,
      kind: 'csv',
    });
    if (said !== null) notify(said);
  };
  return (
    <Section
      title="Rejected rows"
      remark={`${rejectedCount.toLocaleString('en')} of ${(rejectedCount + data).toLocaleString('en')} rows`}
    >
      <ul className={styles.groups}>
        {groups.slice(0, MOST_GROUPS).map(({ key, first, count }) => (
          <li key={key}>
            {first.message}
            <small>
              {count === 1
                ? `line ${first.line}`
                : `${count.toLocaleString('en')} rows, first at line ${first.line}`}
            </small>
          </li>
        ))}
        {groups.length > MOST_GROUPS && <li>{groups.length - MOST_GROUPS} further kinds of faults</li>}
      </ul>
      {share > 0.2 && (
        <p className={styles.loud}>
          More than a fifth of the rows cannot be read. Better save them, mend them and drop the file again.
        </p>
      )}
      <div className={styles.ways}>
        <Button
          size="small"
          pressed={mapping.settings.rejects !== 'as-missing'}
          onPress={() => mapping.change({ rejects: 'leave-out' })}
        >
          Leave these rows out
        </Button>
        <Button
          size="small"
          pressed={mapping.settings.rejects === 'as-missing'}
          onPress={() => mapping.change({ rejects: 'as-missing' })}
        >
          Treat the cells as missing
        </Button>
        <Button size="small" onPress={() => void save()}>
          Save them with their reasons
        </Button>
      </div>
    </Section>
  );
}
