import { useMemo, useState } from 'react';
import type { ReadFile } from '#renderer/src/data/imports.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Day } from '#shared/day.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import styles from './Becomes.module.css';
import { Counts } from './Counts.tsx';
import { Declared } from './Declared.tsx';
import { News } from './News.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { type PointsSpan, sketchesOf, spanOfPoints } from './sketches.ts';
import { UnknownSeries } from './UnknownSeries.tsx';

/** So many series are listed at once, and at most. */
const FEW = 8;
const MOST = 60;

type Props = { readonly read: ReadFile; readonly comparison: ImportComparison | null };

function spanText(span: PointsSpan | null, today: Day): string {
  if (span === null) return '';
  const from = shortDay(span.from, span.to.slice(0, 4) === today.slice(0, 4) ? today : undefined);
  return span.from === span.to ? `, ${shortDay(span.to, today)}` : `, ${from} to ${shortDay(span.to, today)}`;
}

/** The series that the file becomes, and what taking it in would do to what is stored. */
export function Becomes({ read, comparison }: Props) {
  const { reading, points } = read;
  const { series, targets, owners } = reading;
  const [all, setAll] = useState(false);
  const today = useToday();
  const span = useMemo(() => (points === null ? null : spanOfPoints(points)), [points]);
  const fits = series.length <= FEW + 2;
  const shown = all || fits ? MOST : FEW;
  const sketches = useMemo(() => (points === null ? null : sketchesOf(points, shown)), [points, shown]);
  const nothing = series.length === 0 && targets.length + owners.length > 0;
  return (
    <Section
      title="What it becomes"
      remark={
        sketches === null
          ? 'drawn when the question is answered'
          : nothing
            ? 'no series'
            : `${series.length.toLocaleString('en')} series${spanText(span, today)}`
      }
    >
      {sketches === null ? (
        <UnknownSeries series={series.slice(0, shown)} />
      ) : (
        !nothing && <SeriesTable sketches={sketches} />
      )}
      {!fits && (
        <p className={styles.more}>
          <Button look="link" size="small" onPress={() => setAll(!all)}>
            {all
              ? `Show the first ${FEW}`
              : `Show ${Math.min(series.length, MOST)} of ${series.length.toLocaleString('en')}`}
          </Button>
        </p>
      )}
      <Declared targets={targets} owners={owners} />
      {comparison !== null && (
        <Counts reading={reading} comparison={comparison} missing={span?.missing ?? 0} />
      )}
      <News warnings={reading.warnings} comparison={comparison} />
    </Section>
  );
}
