import type { Session, WebContents, WebPreferences } from 'electron';
import { app } from 'electron';
import { PAGE_ORIGIN } from './app-scheme.ts';
import { cutNetwork } from './offline.ts';

/** Of every window: the page is sandboxed and has no Node, whatever evidence makes it run. */
export const SANDBOXED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** One policy for every session, whoever makes it: no permission is granted, no request leaves, nothing is downloaded. */
export function lockSessions(): void {
  app.on('session-created', lockSession);
}

function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  cutNetwork(session);
}

/** One policy for all contents, whoever made them: they stay where they are and open nothing. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  // The system's certificate dialogs and log-in prompts belong to a network that we do not have.
  app.on('login', (event) => event.preventDefault());
  app.on('select-client-certificate', (event) => event.preventDefault());
}

/** True for a message that comes from the page's own top frame. */
export function isPage(contents: WebContents, frame: Electron.WebFrameMain | null): boolean {
  return (
    frame !== null &&
    frame === contents.mainFrame &&
    new URL(frame.url).protocol === 'app:' &&
    frame.url.startsWith(`${PAGE_ORIGIN}/`)
  );
}
