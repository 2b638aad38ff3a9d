import type { BrowserWindow } from 'electron';
import { app, clipboard, ipcMain, nativeTheme, shell } from 'electron';
import type { HostApi, HostMethod, HostParams, HostValue } from '#shared/ipc/bridge.ts';
import { CHANNELS } from '#shared/ipc/bridge.ts';
import { checkHostParams, isHostMethod } from '#shared/ipc/bridge-schemas.ts';
import type { AppScheme } from './app-scheme.ts';
import {
  chooseCase,
  chooseDocx,
  chooseFiles,
  chooseFolder,
  chooseFolders,
  chooseJson,
  chooseSave,
} from './dialogs.ts';
import type { EngineHost } from './engine-host.ts';
import { answerSave } from './headless/report-folder.ts';
import type { PageLink } from './page-link.ts';
import { PdfPrints } from './pdf-prints.ts';
import { printPaper } from './print-paper.ts';
import { isPage } from './security.ts';

export interface HostParts {
  readonly window: BrowserWindow;
  readonly page: PageLink;
  readonly engine: EngineHost;
  readonly scheme: AppScheme;
  readonly home: string;
  readonly headless: boolean;
}

type Handlers = {
  readonly [M in keyof HostApi]: (params: HostParams<M>) => HostValue<M> | Promise<HostValue<M>>;
};

/** Answers the page's calls. What comes from anywhere but the page's own top frame is refused. */
export function answerPage(parts: HostParts): void {
  const handlers = handlersFor(parts);
  ipcMain.handle(CHANNELS.call, (event, method: unknown, params: unknown) => {
    if (!isPage(event.sender, event.senderFrame)) throw new Error('not from the page');
    if (!isHostMethod(method)) throw new Error('there is no such call');
    return answer(handlers, method, params);
  });
  ipcMain.on(CHANNELS.connect, (event) => {
    if (isPage(event.sender, event.senderFrame)) parts.engine.connect(event.sender);
  });
}

function answer<M extends HostMethod>(
  handlers: Handlers,
  method: M,
  params: unknown,
): HostValue<M> | Promise<HostValue<M>> {
  const checked = checkHostParams(method, params);
  if (!checked.ok) throw new Error(`${method}: ${checked.why}`);
  return handlers[method](checked.params);
}

function handlersFor({ window, page, engine, scheme, home, headless }: HostParts): Handlers {
  const prints = new PdfPrints(scheme);
  return {
    'window.ready': () => {
      page.pageReady();
      return {
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        platform: platform(),
        home,
        headless,
      };
    },
    'window.flushed': () => {
      page.pageFlushed();
      return null;
    },
    'window.setTitle': ({ title }) => {
      window.setTitle(title);
      return null;
    },
    'window.setTheme': ({ theme }) => {
      nativeTheme.themeSource = theme;
      return null;
    },
    'window.close': () => {
      window.close();
      return null;
    },
    'dialog.openFiles': () => chooseFiles(window),
    'dialog.openFolders': () => chooseFolders(window),
    'dialog.openCase': () => chooseCase(window),
    'dialog.chooseFolder': ({ title }) => chooseFolder(window, title),
    'dialog.openJson': ({ title }) => chooseJson(window, title),
    'dialog.save': ({ title, name, kind }) =>
      headless ? answerSave(home, name) : chooseSave(window, title, name, kind),
    'clipboard.writeText': async ({ text }) => {
      await clipboard.writeText(text);
      return null;
    },
    'shell.showInFolder': ({ path }) => {
      shell.showItemInFolder(path);
      return null;
    },
    'print.pdf': (request) => prints.print(request),
    'print.cancel': ({ path }) => {
      prints.cancel(path);
      return null;
    },
    'dialog.openDocx': ({ title }) => chooseDocx(window, title),
    'print.paper': (request) => printPaper(scheme, window, request),
    'engine.restart': () => {
      engine.restart();
      return null;
    },
  };
}

function platform(): 'linux' | 'darwin' | 'win32' {
  const { platform: name } = process;
  if (name === 'linux' || name === 'darwin' || name === 'win32') return name;
  throw new Error(`Fireline does not know the platform ${name}`);
}
