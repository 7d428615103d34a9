/**
 * What an anomaly is about: its id without kind and onset, which is the series that it is drawn on. A signal that a
 * cross-check tells later, and a second signal of the series, are about the same.
 */
export function subjectOf(anomaly: string): string {
  const parts = anomaly.split('|');
  return parts.length > 2 ? parts.slice(0, -2).join('|') : anomaly;
}
