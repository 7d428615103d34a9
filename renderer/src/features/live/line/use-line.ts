import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { type Ask, draftKeyOf } from '#renderer/src/features/live/asks.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { currentCommands } from '#renderer/src/state/commands.ts';
import { pointAt } from '#renderer/src/state/pointing.ts';
import type { CaptureContext, CaptureParse } from '#shared/review/capture/capture.ts';
import { ownerToken } from '#shared/review/capture/owners.ts';
import { NOTHING_PROPOSED, type Proposed } from '#shared/review/proposed.ts';
import { useCaptureContext } from './capture-context.ts';
import { asOneLine, type Entry, entriesOf } from './entries.ts';
import { flyAway } from './fly.ts';
import { pressInLine } from './line-keys.ts';
import { lineWith } from './line-of.ts';
import { type LineSpec, lineSpec } from './line-spec.ts';
import { type Completion, newHandle, type OwnerCompletion, useOwnerCompletion } from './owner-completion.ts';
import type { Part } from './parts.ts';
import { proposedTo, stillProposed, withProposed } from './proposals.ts';
import { readLine } from './read-line.ts';
import { take } from './taken.ts';
import { useStrayKeys } from './use-stray-keys.ts';

export type OpenLine = {
  readonly spec: LineSpec;
  readonly text: string;
  /** Why Enter did not take the line, until it is typed on; empty when it was not refused. */
  readonly refusal: string;
  readonly parse: CaptureParse;
  /** What is known without being typed; it is taken down with the line unless something else is typed. */
  readonly proposed: Proposed;
  readonly completion: OwnerCompletion;
  readonly inputRef: React.RefObject<HTMLInputElement | null>;
  readonly type: (text: string, caret: number) => void;
  readonly setCaret: (caret: number) => void;
  readonly choose: (option: Completion) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** The entries of a line that has several. */
  readonly entries: readonly Entry[] | null;
};

/** Keeps the caret where a completion put it, once that very text is in the field; typing in between wins. */
function useCaret(inputRef: React.RefObject<HTMLInputElement | null>) {
  const [caret, setCaret] = useState(0);
  const [typed, setTyped] = useState(false);
  const wanted = useRef<{ readonly text: string; readonly at: number } | null>(null);
  useEffect(() => {
    const field = inputRef.current;
    if (field === null || wanted.current === null) return;
    if (field.value === wanted.current.text) field.setSelectionRange(wanted.current.at, wanted.current.at);
    wanted.current = null;
  });
  const place = (text: string, at: number): void => {
    wanted.current = { text, at };
    setCaret(at);
  };
  const type = (at: number): void => {
    setTyped(true);
    setCaret(at);
  };
  /** Selects a part, so that what is typed next takes its place. */
  const select = ({ start, end }: Part): void => {
    setTyped(false);
    setCaret(end);
    inputRef.current?.setSelectionRange(start, end);
  };
  return { caret, typed, type, setCaret, place, select };
}

/** Makes a name that nobody has a person known; returns the handle. */
function useAddPerson(): (name: string) => string {
  const { registers } = useLive();
  const desk = useDesk();
  const append = useAppend();
  return (name) => {
    const handle = newHandle(name, registers.people);
    const person = { person: handle, name, team: null, role: null, active: true };
    append([{ stream: 'organization', type: 'person-added', data: person }]);
    desk.say(`${name} is added to the people known.`);
    return handle;
  };
}

/** What a line says, typed and proposed together. */
function useParsed(ask: Ask, text: string, spec: LineSpec, context: CaptureContext) {
  const live = useLive();
  const [isLeftOut, setLeftOut] = useState(false);
  const reads = spec.reads === null ? null : context;
  const typedParse = readLine(ask, text, reads);
  const known = isLeftOut ? NOTHING_PROPOSED : proposedTo(ask, live);
  const proposed = stillProposed(typedParse, known);
  const parse = withProposed(typedParse, proposed);
  return {
    parse,
    typedParse,
    proposed,
    entries: entriesOf(ask, text, reads),
    leaveOut: () => setLeftOut(true),
  };
}

/** The text of a line: what is typed, and until then what it opened with, which is no draft. */
function useLineText(ask: Ask, initial: string) {
  const { review } = useLive();
  // A draft of a correction is of the entry as it stood then.
  const edition =
    ask.kind === 'edit' ? review.items.find(({ id }) => id === ask.item)?.history.length : undefined;
  const key = draftKeyOf(review.id, ask) + (edition === undefined ? '' : `:${edition}`);
  const { text: typed, setText: write } = useDraft(key);
  const [touched, setTouched] = useState(false);
  const setText = (text: string): void => {
    setTouched(true);
    write(text);
  };
  return { key, text: typed === '' && !touched ? initial : typed, setText };
}

/** Goes from the line to the correction of an entry: from an empty one to the last, from a correction to its neighbours. */
function useToEntry(ask: Ask, text: string): (by: 1 | -1) => boolean {
  const { review } = useLive();
  const desk = useDesk();
  return (by) => {
    const shown = review.items.filter((item) => !item.private);
    const at = ask.kind === 'edit' ? shown.findIndex(({ id }) => id === ask.item) : shown.length;
    if (ask.kind !== 'edit' && (ask.kind !== 'capture' || ask.private || text !== '')) return false;
    const to = shown[at + by];
    if (to !== undefined) desk.open({ kind: 'edit', item: to.id });
    else if (by === 1 && ask.kind === 'edit') desk.leave();
    return true;
  };
}

/** The line while it asks for something: text kept as a draft with every keystroke, read as it is typed. */
export function useOpenLine(ask: Ask): OpenLine {
  const live = useLive();
  const desk = useDesk();
  const append = useAppend();
  const addPerson = useAddPerson();
  const spec = lineSpec(ask, live);
  const { key, text, setText } = useLineText(ask, spec.initial);
  const inputRef = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState('');
  const { caret, typed, type, setCaret, place, select } = useCaret(inputRef);
  const context = useCaptureContext(spec.reads ?? 'note', ask);
  const { parse, typedParse, proposed, entries, leaveOut } = useParsed(ask, text, spec, context);
  const completion = useOwnerCompletion(text, spec.reads === null || !typed ? 0 : caret, context);
  const toEntry = useToEntry(ask, text);

  useStrayKeys(inputRef, text, (longer) => {
    setText(longer);
    place(longer, longer.length);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is set once, when the field opens.
  useEffect(() => {
    place(text, text.length);
    inputRef.current?.focus();
  }, [key]);

  const complete = (token: string): void => {
    const completed = completion.complete(token);
    setText(completed.line);
    place(completed.line, completed.caret);
  };
  const choose = (option: Completion): void => {
    if (option.kind === 'known') complete(ownerToken(option.person));
    else complete(`@${addPerson(option.name)}`);
  };
  const enter = (): void => {
    const line = lineWith(text.trim(), proposed, context.people);
    const result = take(ask, { text, line, parse, entries, newId }, live);
    if (result.kind === 'refused') {
      setRefusal(result.why);
      desk.say(result.why);
      return;
    }
    if (result.kind === 'taken') {
      const isPrivate = ask.kind === 'capture' && ask.private;
      append(result.events, { clearDraft: key });
      if (!isPrivate) flyAway(inputRef.current, text.trim());
      desk.say(result.said);
    }
    desk.leave();
    if (result.kind === 'taken' && result.point !== undefined) pointAt(...result.point);
  };
  const turnPage = (pressed: string): boolean => {
    const stands = ask.kind === 'verdict' && ask.stands === true;
    if (!stands && (ask.kind !== 'capture' || text.trim() !== '')) return false;
    enter();
    currentCommands()
      .findLast((command) => command.keys?.includes(pressed))
      ?.run();
    return true;
  };
  return {
    spec,
    text,
    parse,
    proposed,
    entries,
    completion,
    inputRef,
    refusal,
    type: (line, at) => {
      setRefusal('');
      setText(line);
      type(at);
    },
    setCaret,
    choose,
    onKeyDown: (event) =>
      pressInLine(event, {
        completion,
        spans: typedParse.spans,
        choose,
        select,
        enter,
        leave: desk.leave,
        leaveOut,
        turnPage,
        toEntry,
      }),
    onPaste: (event) => {
      const pasted = event.clipboardData.getData('text/plain');
      if (!/[\r\n\u2028\u2029]/u.test(pasted)) return;
      event.preventDefault();
      // The one way to put text into a field that Ctrl+Z takes back.
      document.execCommand('insertText', false, asOneLine(pasted, ask));
    },
  };
}
