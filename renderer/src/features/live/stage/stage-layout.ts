import { createContext, useContext } from 'react';

/** `whole` fills a window of its own; `upper` leaves room for the line beneath. */
export type StageLayout = 'whole' | 'upper';

export const StageLayoutContext = createContext<StageLayout>('whole');

/** How many rows of a list of so many stand on the stage uncut; a list that is cut leaves room for saying so. */
export function useRows(count: number): number {
  const most = useContext(StageLayoutContext) === 'whole' ? 7 : 6;
  return count <= most ? count : most - 1;
}

/** Where the stage is drawn: in its own window, or above the line. */
export function useStageLayout(): StageLayout {
  return useContext(StageLayoutContext);
}
