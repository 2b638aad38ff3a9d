import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron';
import { dialog } from 'electron';
import type { SaveKind } from '#shared/ipc/bridge.ts';

const FILTERS: Readonly<Record<SaveKind, FileFilter>> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word', extensions: ['docx'] },
  html: { name: 'HTML', extensions: ['html'] },
  md: { name: 'Markdown', extensions: ['md'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  jsonl: { name: 'JSON lines', extensions: ['jsonl'] },
  text: { name: 'Text', extensions: ['txt'] },
  bundle: { name: 'Fireline bundle', extensions: ['zip'] },
};

/** Evidence files and folders have dialogs of their own, because Windows and Linux cannot offer both in one. */
export const chooseFiles = (window: BrowserWindow): Promise<readonly string[]> =>
  choose(window, {
    title: 'Add evidence files',
    buttonLabel: 'Add',
    properties: ['openFile', 'multiSelections', 'showHiddenFiles', 'dontAddToRecent'],
  });

export const chooseFolders = (window: BrowserWindow): Promise<readonly string[]> =>
  choose(window, {
    title: 'Add evidence folders',
    buttonLabel: 'Add',
    properties: ['openDirectory', 'multiSelections', 'showHiddenFiles', 'dontAddToRecent'],
  });

export const chooseCase = (window: BrowserWindow): Promise<string | null> =>
  chooseOne(window, {
    title: 'Open a case folder',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'dontAddToRecent'],
  });

export const chooseFolder = (window: BrowserWindow, title: string): Promise<string | null> =>
  chooseOne(window, { title, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] });

export const chooseDocx = (window: BrowserWindow, title: string): Promise<string | null> =>
  chooseOne(window, {
    title,
    filters: [FILTERS.docx],
    properties: ['openFile', 'dontAddToRecent'],
  });

export const chooseJson = (window: BrowserWindow, title: string): Promise<string | null> =>
  chooseOne(window, {
    title,
    filters: [FILTERS.json],
    properties: ['openFile', 'dontAddToRecent'],
  });

/** Where to save, or null when dismissed. The system asks before a file is replaced. */
export async function chooseSave(
  window: BrowserWindow,
  title: string,
  name: string,
  kind: SaveKind,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: name,
    filters: [FILTERS[kind]],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return canceled ? null : filePath;
}

async function choose(window: BrowserWindow, options: OpenDialogOptions): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  return canceled ? [] : filePaths;
}

async function chooseOne(
  window: BrowserWindow,
  options: OpenDialogOptions,
): Promise<string | null> {
  const [path = null] = await choose(window, options);
  return path;
}
