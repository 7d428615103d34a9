import type { Registers } from '#shared/registers/registers.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import { parkingLot, settledAs } from '#shared/review/parking.ts';
import { registerRows, registerTitle } from '#shared/review/register-view.ts';
import type { Review, ReviewBlock } from '#shared/review/review.ts';
import { dayInZone } from '#shared/review/zone.ts';
import type { NameOf } from './names.ts';
import type { Readout } from './readout.ts';

export type ReadoutBlock = NonNullable<Readout['blocks']>[number];

type Source = { readonly review: Review; readonly registers: Registers; readonly nowMs: number };

function contentOf(
  block: ReviewBlock,
  held: boolean,
  source: Source,
  nameOf: NameOf,
): readonly ReadoutBlock[] {
  const { content, name } = block;
  const { review, registers, nowMs } = source;
  const base = { name, held };
  switch (content?.kind) {
    case undefined:
      return [];
    case 'text':
      return [{ ...base, kind: 'text', text: content.text }];
    case 'checklist': {
      const items = content.items.map(({ id, text }) => ({ text, ticked: Object.hasOwn(review.ticked, id) }));
      return [{ ...base, kind: 'checklist', items }];
    }
    case 'register': {
      const today = review.asOf ?? review.date ?? dayInZone(nowMs, registers.organization?.timeZone ?? 'UTC');
      const rows = registerRows(content, { registers, today }).map(({ id, text, owner, on, status }) => ({
        id: content.register === 'changes' ? '' : id,
        text,
        owner: nameOf(owner),
        on,
        status,
      }));
      return [{ ...base, kind: 'register', title: registerTitle(content), rows }];
    }
    case 'charts': {
      const of = (id: string) => review.charts.find((one) => one.id === id);
      const charts = content.series.flatMap(({ id }) => of(id) ?? []);
      const missing = content.series.filter(({ id }) => of(id) === undefined).map((one) => one.name);
      return [{ ...base, kind: 'charts', charts, missing }];
    }
  }
}

/** What blocks of the room's own showed, as it stands when the readout is made; a block that nobody entered is said to be not held. */
export function blockContentsOf(source: Source, nameOf: NameOf): readonly ReadoutBlock[] {
  const { review, nowMs } = source;
  const clock = clockAt(review, review.closedAtMs ?? nowMs);
  const used = new Set(clock.blocks.flatMap(({ block, usedMs }) => (usedMs > 0 ? [block] : [])));
  return review.blocks.flatMap((block) => contentOf(block, used.has(block.id), source, nameOf));
}

/** What is parked still, and what became of the rest, in words. */
export function parkedOf(
  { review, registers }: Pick<Source, 'review' | 'registers'>,
  numberOf: (item: string) => string,
): { readonly parked: readonly string[]; readonly settled: readonly string[] } {
  const parked: string[] = [];
  const settled: string[] = [];
  for (const one of parkingLot(review, registers.reviews)) {
    const outcome = settledAs(review, one);
    if (outcome === null || outcome.outcome === 'carried') {
      parked.push(one.text);
      continue;
    }
    const id = outcome.became === null ? '' : numberOf(outcome.became);
    const words = {
      action: id === '' ? 'An action' : id,
      decision: id === '' ? 'A decision' : id,
      answered: 'Answered',
      dropped: `Dropped (${outcome.reason ?? 'without a reason'})`,
    }[outcome.outcome];
    settled.push(`${words}: ${one.text}`);
  }
  return { parked, settled };
}
