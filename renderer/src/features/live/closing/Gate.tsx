import { inReview } from '#renderer/src/features/live/authoring.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import type { ClosingCheck } from '#shared/review/closing.ts';
import styles from './Gate.module.css';
import { useClosing } from './use-closing.ts';
import { useMend } from './use-mend.ts';

const SHOWN = 4;

function Waiting({ check }: { readonly check: ClosingCheck }) {
  const desk = useDesk();
  const mend = useMend();
  return (
    <li>
      <Mark shape={check.must ? 'open' : 'gap'} />
      <div className={styles['what']}>
        <b>{check.sentence}</b>
        <ul>
          {check.unmet.slice(0, SHOWN).map((unmet) => {
            const run = mend(check.rule, unmet.id);
            return (
              <li key={unmet.id} dir="ltr" title={unmet.text}>
                {run === null ? (
                  unmet.text
                ) : (
                  <button type="button" className={styles['mend']} onClick={run}>
                    {unmet.text}
                  </button>
                )}
              </li>
            );
          })}
          {check.unmet.length > SHOWN && <li>and {check.unmet.length - SHOWN} more</li>}
        </ul>
      </div>
      {check.must && (
        <Button
          look="quiet"
          size="small"
          label={`Waive with a reason: ${check.sentence}`}
          onPress={() => desk.open({ kind: 'waive', rule: check.rule })}
        >
          waive
        </Button>
      )}
    </li>
  );
}

/** What still holds the close, rule by rule; closing itself when nothing does. */
export function Gate() {
  const { review } = useLive();
  const desk = useDesk();
  const { checks, may } = useClosing();
  const open = checks.filter((check) => !check.met && check.waived === null);
  const waived = checks.filter((check) => !check.met && check.waived !== null);
  const close = () => desk.author([inReview(review, 'review-closed', {})], 'The review is closed.');
  return (
    <div className={styles['gate']}>
      <h2>{may ? 'Ready to close' : 'Not ready to close'}</h2>
      <ul className={styles['rules']}>
        {open.map((check) => (
          <Waiting key={check.rule} check={check} />
        ))}
        {waived.map((check) => (
          <li key={check.rule}>
            <Mark shape="dash" />
            <div>
              {check.sentence}, waived: <span dir="auto">{check.waived}</span>
            </div>
          </li>
        ))}
      </ul>
      <Button look={may ? 'primary' : 'plain'} disabled={!may} keys={['e']} onPress={close}>
        Close the review
      </Button>
    </div>
  );
}
