import { type FieldEdit, foldEdits } from '#shared/events/field-edits.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import type { OnRecord } from './registers.ts';

/** What an entry is made from, before anybody edited it. */
export type Making<Fields> = {
  readonly id: string;
  readonly origin: string;
  readonly event: string;
  readonly at: string;
  readonly actor: string;
  readonly review: string | null;
  readonly fields: Fields;
};

/** An entry of a register from what made it and the edits of it. */
export function foldRecord<Fields extends object>(
  making: Making<Fields>,
  edits: readonly FieldEdit<Fields>[],
): OnRecord<Fields> {
  const { event, at, actor, fields } = making;
  const record = foldEdits<Fields>({ event, at, actor, changes: fields, seen: null, undone: false }, edits);
  return {
    ...record.fields,
    id: making.id,
    origin: making.origin,
    madeAtMs: hybridMs(at),
    madeBy: actor,
    review: making.review,
    history: record.history.map((edit) => ({
      event: edit.event,
      atMs: hybridMs(edit.at),
      actor: edit.actor,
      changes: edit.changes,
    })),
    contested: record.contested,
    heads: record.heads,
  };
}
