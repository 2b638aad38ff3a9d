import type { Result } from '../model/result.ts';
import type { PdfAbout } from '../report/pdf-metadata.ts';

/**
 * What the page may ask of the program around it: the window, the system's dialogs, printing. The analyst's case is
 * not here; that is the engine's (engine-api.ts), reached over the port that `connectEngine` delivers.
 */

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The folder where new cases go. */
  readonly home: string;
  /** True in the headless job: nobody looks, nothing may wait for a person. */
  readonly headless: boolean;
}

/** What a save dialog offers; it decides the file's extension. */
export type SaveKind =
  'pdf' | 'docx' | 'html' | 'md' | 'csv' | 'json' | 'jsonl' | 'text' | 'bundle';

export type PageFormat = 'A4' | 'Letter';

/** One self-contained HTML document to print. Nothing in it runs and nothing outside it is loaded. */
export interface PrintRequest {
  readonly html: string;
  /** Chromium's print templates: HTML with the classes pageNumber, totalPages, title, date. */
  readonly header: string;
  readonly footer: string;
  readonly page: PageFormat;
  /** Where the PDF goes; an existing file is replaced whole. */
  readonly path: string;
  /** Its properties; without them it has its title alone. */
  readonly about?: PdfAbout;
}

/** One self-contained HTML document for a printer. */
export interface PaperRequest {
  readonly html: string;
  readonly page: PageFormat;
  /** A line of plain text at the head of every page. */
  readonly header?: string;
}

export interface PrintedFile {
  readonly path: string;
  readonly bytes: number;
}

/** Calls from the page to the host, validated on arrival (bridge-schemas.ts). */
export type HostApi = {
  /** The page is up: it listens to every topic below and will answer `flush`. */
  'window.ready': (p: Record<string, never>) => AppInfo;
  /** The answer to topic `flush`: everything the screen has shown is stored. */
  'window.flushed': (p: Record<string, never>) => null;
  'window.setTitle': (p: { title: string }) => null;
  /** What native surfaces (menus, dialogs, scroll bars) follow. */
  'window.setTheme': (p: { theme: 'system' | 'light' | 'dark' }) => null;
  'window.close': (p: Record<string, never>) => null;
  /** Paths chosen by the analyst; empty when the dialog was dismissed. */
  'dialog.openFiles': (p: Record<string, never>) => readonly string[];
  'dialog.openFolders': (p: Record<string, never>) => readonly string[];
  'dialog.openCase': (p: Record<string, never>) => string | null;
  'dialog.chooseFolder': (p: { title: string }) => string | null;
  /** One JSON file to read, such as a bundle of ATT&CK; null when the dialog was dismissed. */
  'dialog.openJson': (p: { title: string }) => string | null;
  /** A Word file to be filled in. */
  'dialog.openDocx': (p: { title: string }) => string | null;
  'dialog.save': (p: { title: string; name: string; kind: SaveKind }) => string | null;
  'clipboard.writeText': (p: { text: string }) => null;
  'shell.showInFolder': (p: { path: string }) => null;
  /** Prints to PDF: tagged, with an outline made of the headings. */
  'print.pdf': (p: PrintRequest) => Result<PrintedFile>;
  /** Stops the printing to this path, which then fails as `cancelled`; nothing when it is over by now. */
  'print.cancel': (p: { path: string }) => null;
  /** Shows the system's print dialog for a document; false when it was dismissed. */
  'print.paper': (p: PaperRequest) => Result<boolean>;
  /** Starts the engine again after it gave up. */
  'engine.restart': (p: Record<string, never>) => null;
};

export type HostMethod = keyof HostApi;
export type HostParams<M extends HostMethod> = Parameters<HostApi[M]>[0];
export type HostValue<M extends HostMethod> = ReturnType<HostApi[M]>;

export type EngineState =
  | { readonly state: 'running'; readonly restarts: number }
  | { readonly state: 'restarting'; readonly restarts: number; readonly reason: string }
  /** It fell over again and again; only `engine.restart` brings it back. */
  | { readonly state: 'failed'; readonly restarts: number; readonly reason: string };

/** Entries of the menu that the page carries out, by command id of renderer/commands. */
export const MENU_COMMANDS = [
  'case.new',
  'case.open',
  'case.close',
  'evidence.add-files',
  'evidence.add-folder',
  'report.export-pdf',
  'work.undo',
  'work.redo',
  'app.palette',
  'app.keys',
  'app.settings',
  'app.about',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** Events from the host to the page. */
export type HostTopics = {
  engine: EngineState;
  command: { readonly id: MenuCommand };
  /** Evidence named on the command line, or handed over by a second start. */
  open: { readonly paths: readonly string[] };
  /** The window is about to close: store what is pending, then call `window.flushed`. At most 3 s are given. */
  flush: { readonly limitMs: number };
};
export type HostTopic = keyof HostTopics;

export const HOST_TOPICS: readonly HostTopic[] = ['engine', 'command', 'open', 'flush'];

/** A file as the page's drop event gives it; its path is the host's to tell. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

/** `window.fireline`, put there by main/preload. */
export interface Bridge {
  call<M extends HostMethod>(method: M, params: HostParams<M>): Promise<HostValue<M>>;
  on<T extends HostTopic>(topic: T, listener: (payload: HostTopics[T]) => void): () => void;
  /** Absolute path of a dropped or chosen file or folder; empty for one that is on no disk. */
  pathOf(file: DroppedFile): string;
  /**
   * Asks for a MessagePort straight to the engine. It comes as a message event of the window with ENGINE_PORT as its
   * data and the port in `ports[0]` (a port cannot pass through a function), and a new one comes unasked after each
   * restart of the engine; the old one then closes. Hold on to it: a port that nothing refers to is collected.
   */
  connectEngine(): void;
}

/** Data of the message event that carries the engine's port. */
export const ENGINE_PORT = 'fireline.engine-port';

/** Names of the channels between preload and main process. */
export const CHANNELS = {
  call: 'host.call',
  topic: 'host.topic',
  connect: 'engine.connect',
  port: 'engine.port',
} as const;
