import { Page } from '#renderer/src/ui/Page.tsx';
import { Absences } from './Absences.tsx';
import styles from './CadencePage.module.css';
import { NextReviews } from './NextReviews.tsx';
import { People } from './People.tsx';
import { ReviewsThemselves } from './ReviewsThemselves.tsx';
import { Rhythm } from './Rhythm.tsx';
import { Rota } from './Rota.tsx';
import { Templates } from './Templates.tsx';
import { useCadence } from './use-cadence.ts';
import { WhoLed } from './WhoLed.tsx';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When the organization meets, who runs it in turn, who belongs to it, and how the hour is spent. */
export function CadencePage() {
  const { cadence, isSet } = useCadence();
  const every = cadence.every === 'week' ? 'Every' : 'Every other';
  const remark = isSet
    ? `${every} ${WEEKDAYS[cadence.weekday - 1]} at ${cadence.time}`
    : 'No rhythm is set yet';
  return (
    <Page title="Cadence" remark={remark}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Rhythm weekdays={WEEKDAYS} />
          <NextReviews />
          <Rota />
        </div>
        <div className={styles.column}>
          <People />
          <Absences />
          <WhoLed />
        </div>
        <div className={styles.column}>
          <Templates />
          <ReviewsThemselves />
        </div>
      </div>
    </Page>
  );
}
