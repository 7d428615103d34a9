import type { Session, WebContents, WebFrameMain } from 'electron';
import { isOwnAddress } from '#electron/hosts/desktop/address.ts';

/** Everything else that a page may ask for is denied: Electron itself would grant it all. */
const ALLOWED_PERMISSIONS: readonly string[] = [
  'clipboard-sanitized-write',
  'fullscreen',
  'persistent-storage',
];

export function isAllowedPermission(permission: string, address: string): boolean {
  return ALLOWED_PERMISSIONS.includes(permission) && isOwnAddress(address);
}

/** What may be loaded: our own files, what the page made itself, and the developer tools' own. */
export function mayLoad(address: string): boolean {
  return isOwnAddress(address) || /^(blob:app:\/\/andon\/|data:|devtools:)/.test(address);
}

/** Denies permissions, devices and every request to a network. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer, details) =>
    answer(isAllowedPermission(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_, permission, origin) => isAllowedPermission(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url) }));
}

/** Keeps a page where it is: no navigation away, no new windows, no webviews. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Whether a request comes from the top frame of our own screen. */
export function isOurFrame(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}
