import { createContext, useContext } from 'react';
import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Ask } from './asks.ts';

/** What only the window at the keyboard can do: author, ask in the line, say. */
export type Desk = {
  readonly ask: Ask | null;
  /** The promise that slipped twice and waits for one of five decisions, by number key. */
  readonly slipping: string | null;
  readonly open: (ask: Ask) => void;
  /** Leaves the line or the choice; what was typed stays in its draft. */
  readonly leave: () => void;
  readonly chooseSlip: (action: string) => void;
  /** Authors; the sentence is shown in the line and spoken. */
  readonly author: (events: readonly NewEvent[], said?: string) => void;
  /** Shows a sentence in the line, and speaks it. */
  readonly say: (sentence: string) => void;
  readonly said: string;
  /** How many sentences were said: the same one twice is spoken twice. */
  readonly sentences: number;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('There is no desk above this component.');
  return desk;
}
