/** Letters from which on a title is set smaller, so that two lines hold it. */
export const TITLE_LONG = 58;
