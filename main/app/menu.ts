import type { MenuItemConstructorOptions } from 'electron';
import { app, Menu } from 'electron';
import type { MenuCommand } from '#shared/ipc/bridge.ts';

/**
 * The application menu. Commands are the page's: an item sends its id and the page carries it out. Keys are shown here
 * but pressed there (`registerAccelerator: false`), because the page knows what has the focus.
 */
export function setMenu(send: (id: MenuCommand) => void): void {
  const command = (
    label: string,
    id: MenuCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => send(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [separator, { role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      {
        label: '&File',
        submenu: [
          command('&New case…', 'case.new'),
          command('&Open case folder…', 'case.open'),
          command('&Close case', 'case.close'),
          separator,
          command('Add evidence &files…', 'evidence.add-files'),
          command('Add evidence f&older…', 'evidence.add-folder'),
          separator,
          command('Export report as &PDF…', 'report.export-pdf'),
          separator,
          { role: 'quit', accelerator: 'CommandOrControl+Q' },
        ],
      },
      {
        label: '&Edit',
        submenu: [
          command('&Undo', 'work.undo', 'CommandOrControl+Z'),
          command('&Redo', 'work.redo', 'CommandOrControl+Shift+Z'),
          separator,
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll', registerAccelerator: false },
        ],
      },
      {
        label: '&View',
        submenu: [
          command('Command &palette', 'app.palette', 'CommandOrControl+K'),
          separator,
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
          ...developer,
        ],
      },
      {
        label: '&Help',
        submenu: [
          command('&Keys', 'app.keys'),
          command('&Settings', 'app.settings'),
          command('&About Fireline', 'app.about'),
        ],
      },
    ]),
  );
}
