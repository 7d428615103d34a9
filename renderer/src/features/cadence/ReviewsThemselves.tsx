import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { FEWEST_FOR_LIMITS, heldReviews, newestAgainst, ownTrend } from '#shared/review/own-trend.ts';
import { drawOwnTrend } from '#shared/review/own-trend-chart.ts';
import styles from './CadencePage.module.css';

const TOLD = 5;
const CHARTED = 26;

/** The review reviews itself: on time, decided, owned, kept, rated, review by review. */
export function ReviewsThemselves() {
  const held = heldReviews(useRegisters().reviews).slice(-CHARTED);
  if (held.length === 0) return null;
  const trends = ownTrend(held);
  const few = trends.every((trend) => trend.limits === null);
  return (
    <Section title="How the reviews go" remark={`${held.length} on record`}>
      <ul className={styles.trends}>
        {trends.map((trend) => {
          const against = newestAgainst(trend);
          return (
            <li key={trend.id}>
              <span>
                {trend.name}
                <small>
                  {trend.points
                    .slice(-TOLD)
                    .map(({ words }) => words)
                    .join(', ')}
                </small>
              </span>
              {trend.limits === null ? <span /> : <SvgChart svg={drawOwnTrend(trend)} />}
              <b>{against === 'better' || against === 'worse' ? `${against} than usual` : ''}</b>
            </li>
          );
        })}
      </ul>
      {few && (
        <p className={styles.quiet}>
          Oldest first. From {FEWEST_FOR_LIMITS + 1} reviews on, what is usual is drawn.
        </p>
      )}
    </Section>
  );
}
