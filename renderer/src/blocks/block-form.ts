import type { NewBlock } from '#shared/review/agenda-edits.ts';
import { CONTENT_NAMES, checklistFrom } from '#shared/review/block-content.ts';
import { blocksToAdd, type KnownBlock } from '#shared/review/block-kinds.ts';
import type { RegisterChoice } from '#shared/review/register-view.ts';
import type { AgendaBlock, BlockContent } from '#shared/review/review.ts';

/** What a block is as somebody fills it in; parts that belong to other choices are kept beside. */
export type BlockForm = {
  /** A kind of content, `nothing`, or a block that the product knows (`known:wins`). */
  readonly what: string;
  readonly name: string;
  readonly minutes: string;
  readonly text: string;
  readonly lines: string;
  readonly view: RegisterChoice;
  readonly series: readonly { readonly id: string; readonly name: string }[];
  readonly layout: 'together' | 'one';
};

/** A block as it was filled in; a content of null is none. */
export type FilledBlock = Omit<NewBlock, 'id' | 'content'> & { readonly content: BlockContent | null };

export type Choice = { readonly id: string; readonly name: string };

const KNOWN = 'known:';
const EMPTY: BlockForm = {
  what: 'text',
  name: '',
  minutes: '5',
  text: '',
  lines: '',
  view: { kind: 'register', register: 'risks', show: 'open', dimension: null, order: 'oldest', words: '' },
  series: [],
  layout: 'together',
};

function ofContent(content: BlockContent): Partial<BlockForm> {
  switch (content.kind) {
    case 'text':
      return { text: content.text };
    case 'checklist':
      return { lines: content.items.map(({ text }) => text).join('\n') };
    case 'register':
      return { view: content };
    case 'charts':
      return { series: content.series, layout: content.layout };
  }
}

/** The form of a block that stands on the agenda; an empty one for a block that is new. */
export function formOf(block: AgendaBlock | null): BlockForm {
  if (block === null) return EMPTY;
  const { name, minutes, content } = block;
  return {
    ...EMPTY,
    what: content?.kind ?? 'nothing',
    name,
    minutes: String(minutes),
    ...(content === undefined ? {} : ofContent(content)),
  };
}

/** The form in a stored draft; null where there is none that can be read. */
export function parseForm(text: string): BlockForm | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('what' in value)) return null;
    return { ...EMPTY, ...(value as Partial<BlockForm>) };
  } catch {
    return null;
  }
}

/** What a block can be: a content of its own, a name alone, or (while it is new) one of the blocks not on the agenda. */
export function choicesFor(agenda: readonly AgendaBlock[], isNew: boolean): readonly Choice[] {
  const known = isNew ? blocksToAdd(agenda).map(({ kind, name }) => ({ id: `${KNOWN}${kind}`, name })) : [];
  const contents = Object.entries(CONTENT_NAMES).map(([id, name]) => ({ id, name }));
  return [...contents, { id: 'nothing', name: 'A name alone' }, ...known];
}

/** The known block that is chosen, or null. */
export function knownIn(form: BlockForm, agenda: readonly AgendaBlock[]): KnownBlock | null {
  if (!form.what.startsWith(KNOWN)) return null;
  return blocksToAdd(agenda).find(({ kind }) => `${KNOWN}${kind}` === form.what) ?? null;
}

function contentIn(
  form: BlockForm,
  before: BlockContent | undefined,
  newId: () => string,
): BlockContent | null {
  switch (form.what) {
    case 'text':
      return { kind: 'text', text: form.text.trim() };
    case 'checklist': {
      const items = checklistFrom(form.lines, before?.kind === 'checklist' ? before.items : [], newId);
      return { kind: 'checklist', items: [...items] };
    }
    case 'register':
      return { ...form.view, words: form.view.words.trim() };
    case 'charts':
      return { kind: 'charts', series: [...form.series], layout: form.layout };
    default:
      return null;
  }
}

/** Why a form cannot be taken yet; null when it can. */
export function lackOf(form: BlockForm, known: KnownBlock | null): string | null {
  const minutes = form.minutes.trim() === '' ? Number.NaN : Number(form.minutes);
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 240)
    return 'Minutes are a whole number from 0 to 240.';
  if (known !== null) return null;
  if (form.name.trim() === '') return 'Give the block a name.';
  if (form.what === 'text' && form.text.trim() === '') return 'Write what the room is to see.';
  if (form.what === 'checklist' && form.lines.trim() === '') return 'Write one thing to tick for each line.';
  if (form.what === 'charts' && form.series.length === 0) return 'Choose a series or more.';
  return null;
}

/** The block that a form stands for; `before` is what it was. */
export function filledBlock(
  form: BlockForm,
  known: KnownBlock | null,
  before: AgendaBlock | null,
  newId: () => string,
): FilledBlock {
  const minutes = Number(form.minutes);
  if (known !== null) return { name: known.name, minutes, kind: known.kind, content: null };
  return { name: form.name.trim(), minutes, content: contentIn(form, before?.content, newId) };
}
