import type { BrowserWindowConstructorOptions } from 'electron';

type Preferences = NonNullable<BrowserWindowConstructorOptions['webPreferences']>;

export const SECURE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // The dictionaries would be fetched from a network.
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
} as const satisfies Preferences;

/** Refuses preferences that would weaken a window, whoever wrote them. */
export function assertSecure(preferences: Preferences): Preferences {
  for (const [name, value] of Object.entries(SECURE_PREFERENCES)) {
    if (preferences[name as keyof Preferences] !== value)
      throw new Error(`A window must have ${name} ${value}`);
  }
  return preferences;
}
