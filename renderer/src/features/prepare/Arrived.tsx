import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { metricById } from '#shared/drive/catalogue.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './Arrived.module.css';

const SHOWN = 5;

/** What came in since the last review, what is stale, what is not measured. */
export function Arrived({ state }: { readonly state: CurrentState }) {
  const { snapshots, reviews } = useRegisters();
  const sinceMs = reviews.findLast((review) => review.status === 'closed')?.closedAtMs ?? 0;
  const arrived = snapshots.filter((one) => one.takenBackAtMs === null && one.importedAtMs > sinceMs);
  const shown = arrived.toReversed().slice(0, SHOWN);
  const stale = state.readings.filter((reading) => reading.state === 'stale');
  const missing = state.dimensions.flatMap((dimension) => dimension.missing);
  return (
    <div className={styles.arrived}>
      <Section title="Data" remark={`${state.readings.length} series`}>
        <h3>Arrived since the last review</h3>
        <ul>
          {shown.map((snapshot) => (
            <li key={snapshot.snapshot}>
              <Name strong>{snapshot.file}</Name>
              <small>
                {snapshot.rows.toLocaleString('en')} rows, {snapshot.series} series
              </small>
            </li>
          ))}
          {arrived.length === 0 && <li>Nothing yet. Drop exports on this window.</li>}
          {arrived.length > SHOWN && (
            <li>
              <a href="#/data">{arrived.length - SHOWN} more under Data</a>
            </li>
          )}
        </ul>
        {stale.length > 0 && (
          <>
            <h3>Stale</h3>
            <ul>
              {stale.slice(0, SHOWN).map((reading) => (
                <li key={reading.id}>
                  <Name>{`${reading.entityName}, ${reading.metricName}`}</Name>
                </li>
              ))}
              {stale.length > SHOWN && <li>{stale.length - SHOWN} more on the Wall</li>}
            </ul>
          </>
        )}
        <Notices state={state} />
        {missing.length > 0 && (
          <details className={styles.missing}>
            <summary>{missing.length} metrics are not measured</summary>
            <p>{missing.map((metric) => metricById(metric)?.name ?? metric).join(', ')}</p>
          </details>
        )}
      </Section>
    </div>
  );
}

/** As many notices stand open. */
const FEW = 2;

/** What other lists here tell already. */
const LISTED: ReadonlySet<string> = new Set(['stale-data', 'restated-history']);

/** What the cross-checks say of the data itself, and which of them could not be made. */
function Notices({ state }: { readonly state: CurrentState }) {
  const { found, notChecked } = state.crossChecks;
  const notices = found.filter(({ level, code }) => level === 'notice' && !LISTED.has(code));
  return (
    <>
      {notices.length > 0 && (
        <details className={styles.missing} open={notices.length <= FEW}>
          <summary>
            {notices.length} {notices.length === 1 ? 'notice' : 'notices'} about the data
          </summary>
          {notices.map(({ id, text }) => (
            <p key={id} dir="auto">
              {text}
            </p>
          ))}
        </details>
      )}
      {notChecked.length > 0 && (
        <details className={styles.missing}>
          <summary>
            {notChecked.length} {notChecked.length === 1 ? 'cross-check was' : 'cross-checks were'} not made
          </summary>
          {notChecked.map(({ code, name, because }) => (
            <p key={code}>
              {name}: {because}.
            </p>
          ))}
        </details>
      )}
    </>
  );
}
