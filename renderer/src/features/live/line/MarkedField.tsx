import { type ClipboardEvent, type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react';
import type { CaptureSpan } from '#shared/review/capture/capture.ts';
import styles from './MarkedField.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Parts that were understood; they are underlaid in the text. */
  readonly spans: readonly CaptureSpan[];
  readonly onType: (value: string, caret: number) => void;
  readonly onCaret: (caret: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly inputRef: Ref<HTMLInputElement>;
  /** The completion list that hangs on the field, and its option at hand. */
  readonly list: { readonly id: string; readonly active: string | null } | null;
};

type Piece = {
  readonly at: number;
  readonly text: string;
  readonly role: CaptureSpan['role'] | null;
  readonly flagged: boolean;
};

function piecesOf(value: string, spans: readonly CaptureSpan[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    if (span.start > at) pieces.push({ at, text: value.slice(at, span.start), role: null, flagged: false });
    const text = value.slice(span.start, span.end);
    pieces.push({ at: span.start, text, role: span.role, flagged: span.flag !== undefined });
    at = span.end;
  }
  return at < value.length ? [...pieces, { at, text: value.slice(at), role: null, flagged: false }] : pieces;
}

/** One line of text whose understood parts are underlaid where they stand. */
export function MarkedField(props: Props) {
  const { label, value, placeholder, spans, onType, onCaret, onKeyDown, onPaste, inputRef, list } = props;
  const underlay = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement | null>(null);
  const follow = () => {
    if (underlay.current !== null) underlay.current.scrollLeft = field.current?.scrollLeft ?? 0;
  };
  // The browser scrolls the field after it has set the caret; the underlay follows with every text.
  useLayoutEffect(follow);
  return (
    <div className={styles['field']}>
      <div className={styles['underlay']} ref={underlay} dir="auto" aria-hidden="true">
        <span>
          {piecesOf(value, spans).map((piece) =>
            piece.role === null ? (
              piece.text
            ) : (
              <mark key={piece.at} data-flagged={piece.flagged || undefined}>
                {piece.text}
              </mark>
            ),
          )}
        </span>
      </div>
      <input
        ref={(element) => {
          field.current = element;
          if (typeof inputRef === 'function') inputRef(element);
          else if (inputRef !== null) inputRef.current = element;
        }}
        className={styles['input']}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck="false"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        role="combobox"
        aria-expanded={list !== null}
        aria-autocomplete="list"
        {...(list === null ? { 'aria-controls': 'nothing-listed' } : { 'aria-controls': list.id })}
        {...(list?.active == null ? {} : { 'aria-activedescendant': list.active })}
        onChange={(event) =>
          onType(event.target.value, event.target.selectionStart ?? event.target.value.length)
        }
        onSelect={(event) => onCaret(event.currentTarget.selectionStart ?? 0)}
        onScroll={follow}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  );
}
