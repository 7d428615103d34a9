/** What windows of one workspace tell each other. */
export type Announcement =
  /** Events are stored; their JSON texts. */
  | { readonly kind: 'events'; readonly texts: readonly string[] }
  | { readonly kind: 'draft'; readonly key: string; readonly text: string }
  /** A window has begun: what a window that died had no time to tell can be looked up now. */
  | { readonly kind: 'opened' };

export type OtherWindows = {
  readonly tell: (announcement: Announcement) => void;
  readonly listen: (listener: (announcement: Announcement) => void) => () => void;
  readonly close: () => void;
};

/** Opens the channel between the windows of a database. */
export function openOtherWindows(database: string): OtherWindows {
  const channel = new BroadcastChannel(`andon.windows.${database}`);
  let closed = false;
  return {
    tell: (announcement) => {
      if (!closed) channel.postMessage(announcement);
    },
    listen: (listener) => {
      const onMessage = (event: MessageEvent<Announcement>) => listener(event.data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
    close: () => {
      closed = true;
      channel.close();
    },
  };
}
