import { app, dialog } from 'electron';

/**
 * A bug in the main process is never silent: it goes to stderr and, where a person looks, into a box; without a window
 * the program ends, because whoever waits for it would wait for ever.
 */
export function reportBugs(person: boolean): void {
  const report = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`fireline: ${text}\n`);
    if (person) dialog.showErrorBox('Fireline met a bug', text);
    else app.exit(70);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}
