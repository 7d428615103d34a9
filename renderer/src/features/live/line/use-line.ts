import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { type Ask, draftKeyOf } from '#renderer/src/features/live/asks.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { pointAt } from '#renderer/src/state/pointing.ts';
import type { CaptureContext, CaptureParse } from '#shared/review/capture/capture.ts';
import { ownerToken } from '#shared/review/capture/owners.ts';
import { NOTHING_PROPOSED, type Proposed } from '#shared/review/proposed.ts';
import { useCaptureContext } from './capture-context.ts';
import { lineWith } from './line-of.ts';
import { type LineSpec, lineSpec } from './line-spec.ts';
import { type Completion, newHandle, type OwnerCompletion, useOwnerCompletion } from './owner-completion.ts';
import { type Part, partFrom } from './parts.ts';
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
  const typedParse = readLine(ask, text, spec.reads === null ? null : context);
  const known = isLeftOut ? NOTHING_PROPOSED : proposedTo(ask, live);
  const proposed = stillProposed(typedParse, known);
  const parse = withProposed(typedParse, proposed);
  return { parse, typedParse, proposed, leaveOut: () => setLeftOut(true) };
}

/** The line while it asks for something: text kept as a draft with every keystroke, read as it is typed. */
export function useOpenLine(ask: Ask): OpenLine {
  const live = useLive();
  const desk = useDesk();
  const append = useAppend();
  const addPerson = useAddPerson();
  const spec = lineSpec(ask, live);
  const key = draftKeyOf(live.review.id, ask);
  const draft = useDraft(key);
  const inputRef = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState('');
  const { caret, typed, type, setCaret, place, select } = useCaret(inputRef);
  const context = useCaptureContext(spec.reads ?? 'note');
  const { parse, typedParse, proposed, leaveOut } = useParsed(ask, draft.text, spec, context);
  const completion = useOwnerCompletion(
    draft.text,
    spec.reads === null || !typed ? 0 : caret,
    context.people,
  );

  const { text, setText } = draft;
  useStrayKeys(inputRef, text, (longer) => {
    setText(longer);
    place(longer, longer.length);
  });
  const { initial } = spec;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is filled once, when it opens.
  useEffect(() => {
    const first = text === '' ? initial : text;
    if (first !== text) setText(first);
    place(first, first.length);
    inputRef.current?.focus();
  }, [key]);

  const complete = (token: string): void => {
    const completed = completion.complete(token);
    setText(completed.line);
    place(completed.line, completed.caret);
  };
  const choose = (option: Completion): void => {
    if (option.kind === 'known') {
      complete(ownerToken(option.person));
      return;
    }
    complete(`@${addPerson(option.name)}`);
  };
  const enter = (): void => {
    const line = lineWith(text.trim(), proposed, context.people);
    const result = take(ask, { text, line, parse, newId }, live);
    if (result.kind === 'refused') {
      setRefusal(result.why);
      desk.say(result.why);
      return;
    }
    if (result.kind === 'taken') {
      append(result.events, { clearDraft: key });
      desk.say(result.said);
    }
    desk.leave();
    if (result.kind === 'taken' && result.point !== undefined) pointAt(...result.point);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const option = completion.options[completion.active];
    const open = option !== undefined;
    const atStart = event.currentTarget.selectionEnd === 0;
    const selected = partFrom(typedParse.spans, event.currentTarget, event.shiftKey ? -1 : 1);
    if (event.key === 'ArrowDown' && open) completion.move(1);
    else if (event.key === 'ArrowUp' && open) completion.move(-1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && open) choose(option);
    else if (event.key === 'Tab' && selected !== null) select(selected);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Backspace' && atStart) leaveOut();
    else if (event.key === 'Escape' && open) completion.dismiss();
    else if (event.key === 'Escape') desk.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    spec,
    text,
    parse,
    proposed,
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
    onKeyDown,
  };
}
