/** The three pipes between a window and the main process; what travels through them is the contract's. */
export const REQUEST = 'andon:request';
export const MESSAGE = 'andon:message';
/** Paths of dropped files. The preload alone can use it: a page can name a channel, never a pipe. */
export const OFFER = 'andon:offer';
