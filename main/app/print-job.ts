import { readFile } from 'node:fs/promises';
import { printRequest } from '#shared/ipc/bridge-schemas.ts';
import type { AppScheme } from './app-scheme.ts';
import { printPdf } from './print.ts';

/** Input or output error, in the command line's exit codes. */
const IO_ERROR = 3;

/**
 * Prints what a job file asks for, for the command line: it has no Chromium of its own.
 * @returns the exit code; a reason goes to stderr
 */
export async function runPrintJob(scheme: AppScheme, file: string): Promise<number> {
  const request = printRequest.parse(JSON.parse(await readFile(file, 'utf8')));
  const printed = await printPdf(scheme, request);
  if (printed.ok) return 0;
  process.stderr.write(`${printed.failure.message}\n`);
  return IO_ERROR;
}
