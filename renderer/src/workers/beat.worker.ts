/** Beats evenly: timers of a worker are not slowed down while the window is hidden. */
self.addEventListener('message', (event: MessageEvent<number>) => {
  setInterval(() => self.postMessage(0), event.data);
});
