/** One edit of some fields of a record, in the order of `placeEvents`. */
export type FieldEdit<Fields> = {
  readonly event: string;
  readonly at: string;
  readonly actor: string;
  readonly changes: Partial<Fields>;
  /** By field, the events whose value the author saw; absent: everything before. */
  readonly seen: Readonly<Record<string, readonly string[]>> | null;
  readonly undone: boolean;
};

/** A record whose fields were edited, by people who may not have seen each other's edits. */
export type EditedRecord<Fields> = {
  readonly fields: Fields;
  /** By field, the events that its value rests on. More than one: two people changed it without seeing the other. */
  readonly heads: Readonly<Record<string, readonly string[]>>;
  /** Fields that two people changed. */
  readonly contested: readonly string[];
  /** The edits that count, oldest first. */
  readonly history: readonly FieldEdit<Fields>[];
};

/** What `standingEdits` has to know of an edit of one field. */
type Seeing = {
  readonly event: string;
  /** Events whose value the author saw; null: every earlier one. */
  readonly seen: readonly string[] | null;
  readonly undone: boolean;
};

/**
 * Of the edits of one field, in order, those that no other edit has replaced. An undone edit does not stand, but what
 * its author had replaced is still replaced for those who built on it.
 */
export function standingEdits<Edit extends Seeing>(edits: readonly Edit[]): readonly Edit[] {
  const byId = new Map(edits.map((edit, index) => [edit.event, { edit, index }]));
  const replaced = new Set<string>();
  const replace = (edit: Seeing, index: number): void => {
    for (const id of edit.seen ?? edits.slice(0, index).map((earlier) => earlier.event)) {
      if (replaced.has(id) || id === edit.event) continue;
      replaced.add(id);
      const older = byId.get(id);
      if (older !== undefined) replace(older.edit, older.index);
    }
  };
  for (const [index, edit] of edits.entries()) if (!edit.undone) replace(edit, index);
  return edits.filter((edit) => !edit.undone && !replaced.has(edit.event));
}

/** Folds edits into a record. The first edit is the one that made it and holds every field. */
export function foldEdits<Fields extends object>(
  made: FieldEdit<Fields> & { readonly changes: Fields },
  edits: readonly FieldEdit<Fields>[],
): EditedRecord<Fields> {
  const all = [made, ...edits];
  const fields: Record<string, unknown> = { ...made.changes };
  const heads: Record<string, readonly string[]> = {};
  for (const field of Object.keys(made.changes)) heads[field] = [made.event];
  const contested: string[] = [];
  const changed = new Set(edits.flatMap((edit) => Object.keys(edit.changes)));
  for (const field of changed) {
    const touching = all
      .filter((edit) => edit === made || Object.hasOwn(edit.changes, field))
      .map((edit) => ({ event: edit.event, undone: edit.undone, seen: edit.seen?.[field] ?? null, edit }));
    const standing = standingEdits(touching);
    const last = standing.at(-1);
    if (last === undefined) continue;
    fields[field] = (last.edit.changes as Readonly<Record<string, unknown>>)[field];
    heads[field] = standing.map((edit) => edit.event);
    if (standing.length > 1) contested.push(field);
  }
  const history = all.filter((edit) => !edit.undone);
  return { fields: fields as Fields, heads, contested: contested.sort(), history };
}
