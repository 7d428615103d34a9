const TICK_MS = 500;

/** Ticks where the browser does not slow timers down, so that a window in the background keeps the time. */
setInterval(() => self.postMessage(null), TICK_MS);
