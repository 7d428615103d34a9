type Page = Float64Array | Uint32Array;

/** Numbers that are collected one by one, in pages that are neither copied nor moved as more come. */
export type GrowingColumn<Each extends Page> = {
  readonly pages: Each[];
  readonly make: (size: number) => Each;
};

export const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;

export function growingColumn<Each extends Page>(make: (size: number) => Each): GrowingColumn<Each> {
  return { pages: [], make };
}

/** Sets the number at a position; positions are set one after the other. */
export function setAt<Each extends Page>(column: GrowingColumn<Each>, at: number, value: number): void {
  const index = at >>> PAGE_BITS;
  const within = at & (PAGE - 1);
  let page = column.pages[index];
  if (page === undefined || within >= page.length) {
    // Few points are the rule: the first page begins small.
    const wider = column.make(index > 0 ? PAGE : Math.max(64, Math.min(PAGE, within * 2)));
    if (page !== undefined) wider.set(page);
    column.pages[index] = wider;
    page = wider;
  }
  page[within] = value;
}

export function valueAt<Each extends Page>({ pages }: GrowingColumn<Each>, at: number): number {
  return (pages[at >>> PAGE_BITS] as Each)[at & (PAGE - 1)] as number;
}

/** Moves the first numbers into an array, each to its place among `places`, and lets go of the pages. */
export function scatter<Each extends Page>(
  column: GrowingColumn<Each>,
  into: Each,
  places: Uint32Array,
): void {
  for (let at = 0; at < places.length; at += PAGE) {
    const page = column.pages[at >>> PAGE_BITS] as Each;
    const count = Math.min(PAGE, places.length - at);
    for (let within = 0; within < count; within += 1)
      into[places[at + within] as number] = page[within] as number;
    column.pages[at >>> PAGE_BITS] = column.make(0);
  }
  column.pages.length = 0;
}
