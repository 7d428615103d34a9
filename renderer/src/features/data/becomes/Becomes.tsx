import { useMemo, useState } from 'react';
import type { ReadFile } from '#renderer/src/data/imports.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { PointTable } from '#shared/series/series.ts';
import styles from './Becomes.module.css';
import { Counts } from './Counts.tsx';
import { Declared } from './Declared.tsx';
import { News } from './News.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { sketchesOf, spanOfPoints } from './sketches.ts';
import { UnknownSeries } from './UnknownSeries.tsx';

/** So many series are listed at once, and at most. */
const FEW = 8;
const MOST = 60;

type Props = { readonly read: ReadFile; readonly comparison: ImportComparison | null };

function useSpan(points: PointTable | null): string {
  const today = useToday();
  const span = useMemo(() => (points === null ? null : spanOfPoints(points)), [points]);
  if (span === null) return '';
  const from = shortDay(span.from, span.to.slice(0, 4) === today.slice(0, 4) ? today : undefined);
  return span.from === span.to ? `, ${shortDay(span.to, today)}` : `, ${from} to ${shortDay(span.to, today)}`;
}

/** The series that the file becomes, and what taking it in would do to what is stored. */
export function Becomes({ read, comparison }: Props) {
  const { reading, points } = read;
  const { series, targets, owners } = reading;
  const [all, setAll] = useState(false);
  const sketches = useMemo(() => (points === null ? null : sketchesOf(points, MOST)), [points]);
  const span = useSpan(points);
  const fits = series.length <= FEW + 2;
  const shown = all || fits ? MOST : FEW;
  const nothing = series.length === 0 && targets.length + owners.length > 0;
  return (
    <Section
      title="What it becomes"
      remark={
        sketches === null
          ? 'drawn when the question is answered'
          : nothing
            ? 'no series'
            : `${series.length.toLocaleString('en')} series${span}`
      }
    >
      {sketches === null ? (
        <UnknownSeries series={series.slice(0, shown)} />
      ) : (
        !nothing && <SeriesTable sketches={sketches.slice(0, shown)} />
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
        <Counts reading={reading} comparison={comparison} missing={missingIn(points)} />
      )}
      <News warnings={reading.warnings} comparison={comparison} />
    </Section>
  );
}

function missingIn(points: PointTable | null): number {
  return points === null
    ? 0
    : points.values.reduce((count, value) => (Number.isNaN(value) ? count + 1 : count), 0);
}
