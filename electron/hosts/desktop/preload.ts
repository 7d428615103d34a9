import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { MESSAGE, OFFER, REQUEST } from '#electron/hosts/desktop/pipes.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on(MESSAGE, (_, message: string, payload: unknown) => {
  for (const listener of listeners.get(message) ?? []) listener(payload);
});

contextBridge.exposeInMainWorld(
  'andon',
  Object.freeze({
    request: (channel: string, input: unknown): Promise<unknown> =>
      ipcRenderer.invoke(REQUEST, channel, input),

    subscribe: (message: string, listener: Listener): (() => void) => {
      const known = listeners.get(message) ?? new Set<Listener>();
      listeners.set(message, known.add(listener));
      return () => known.delete(listener);
    },

    /** Hands over files that were dropped or picked. Only a file that the user touched has a path to give. */
    offer: (files: readonly Parameters<typeof webUtils.getPathForFile>[0][]): Promise<unknown> => {
      const paths = files.map((file) => webUtils.getPathForFile(file)).filter((file) => file !== '');
      return ipcRenderer.invoke(OFFER, paths);
    },
  }),
);
