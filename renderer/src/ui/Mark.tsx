import type { SeriesState } from '#shared/signals/reading.ts';
import styles from './Mark.module.css';

export type MarkShape =
  | 'diamond'
  | 'square'
  | 'triangle'
  | 'triangle-down'
  | 'dot'
  | 'check'
  | 'late'
  | 'dash'
  | 'gap'
  | 'open';

const PATHS: Readonly<Record<MarkShape, { readonly d: string; readonly line?: boolean }>> = {
  diamond: { d: 'M5 0.4L9.6 5L5 9.6L0.4 5Z' },
  square: { d: 'M1 1H9V9H1Z' },
  triangle: { d: 'M5 0.8L9.6 9H0.4Z' },
  'triangle-down': { d: 'M5 9.2L0.4 1H9.6Z' },
  dot: { d: 'M5 1.5A3.5 3.5 0 1 1 5 8.5A3.5 3.5 0 1 1 5 1.5Z' },
  check: { d: 'M1 5.5l3 3 5-7', line: true },
  late: { d: 'M5 1A4 4 0 1 1 5 9A4 4 0 1 1 5 1ZM5 2.8V5.2L6.6 6.2', line: true },
  dash: { d: 'M1.5 5H8.5', line: true },
  gap: { d: 'M5 1A4 4 0 1 1 5 9A4 4 0 1 1 5 1Z', line: true },
  open: { d: 'M5 1A4 4 0 1 1 5 9A4 4 0 1 1 5 1Z', line: true },
};

type Props = { readonly shape: MarkShape; readonly tone?: SeriesState | 'ink' };

/** A small sign beside a word; never without the word, so it is hidden from assistive technology. */
export function Mark({ shape, tone = 'ink' }: Props) {
  const { d, line = false } = PATHS[shape];
  return (
    <svg
      className={styles['mark']}
      viewBox="0 0 10 10"
      aria-hidden="true"
      data-tone={tone}
      data-line={line || undefined}
    >
      <path d={d} {...(shape === 'gap' ? { strokeDasharray: '1.6 1.6' } : {})} />
    </svg>
  );
}
