/** First points of new levels as each reader saw them, by the reader's name. */
type Readers = Readonly<Record<string, readonly number[]>>;

/** Readers mark a change within so many points of where it is. */
const MARGIN = 5;

/** Changes of a reader that a found one lies within reach of; each found one answers for one of them. */
function matched(wanted: ReadonlySet<number>, found: ReadonlySet<number>): number {
  const left = new Set(found);
  let count = 0;
  for (const change of wanted) {
    const [nearest] = [...left]
      .filter((one) => Math.abs(one - change) <= MARGIN)
      .toSorted((a, b) => Math.abs(a - change) - Math.abs(b - change));
    if (nearest === undefined) continue;
    left.delete(nearest);
    count++;
  }
  return count;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** F1 of found changes: precision against all readers together, recall as the mean over them; the first point counts. */
export function agreement(readers: Readers, found: readonly number[]): number {
  const ours = new Set([0, ...found]);
  const each = Object.values(readers).map((changes) => new Set([0, ...changes]));
  const all = new Set(each.flatMap((changes) => [...changes]));
  const precision = matched(all, ours) / ours.size;
  const recall = mean(each.map((changes) => matched(changes, ours) / changes.size));
  return (2 * precision * recall) / (precision + recall);
}

type Stretch = readonly [from: number, to: number];

function stretches(changes: readonly number[], n: number): readonly Stretch[] {
  const edges = [...new Set([0, ...changes, n])].toSorted((a, b) => a - b);
  return edges.slice(1).map((to, index) => [edges[index] ?? 0, to]);
}

function overlap([from, to]: Stretch, [start, end]: Stretch): number {
  const common = Math.max(0, Math.min(to, end) - Math.max(from, start));
  return common / (to - from + (end - start) - common);
}

/** How well found stretches cover those of the readers (Jaccard), mean over the readers. */
export function cover(readers: Readers, found: readonly number[], n: number): number {
  const ours = stretches(found, n);
  const one = (changes: readonly number[]): number =>
    stretches(changes, n).reduce(
      (sum, own) => sum + ((own[1] - own[0]) / n) * Math.max(...ours.map((stretch) => overlap(own, stretch))),
      0,
    );
  return mean(Object.values(readers).map(one));
}
