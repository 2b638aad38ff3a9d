import { resolve } from 'node:path';

/** What a start was asked to do. */
export type StartRequest =
  | { readonly kind: 'window'; readonly paths: readonly string[] }
  | { readonly kind: 'headless-job'; readonly paths: readonly string[] }
  /** Print one HTML document to PDF and end; `job` is a JSON file that holds a PrintRequest. */
  | { readonly kind: 'print'; readonly job: string }
  /** `fireline <command> …`: the command line, without a window. */
  | { readonly kind: 'command'; readonly args: readonly string[] };

/** The command line's commands, which the packaged program takes as its first argument. */
const COMMANDS: ReadonlySet<string> = new Set([
  'new',
  'ingest',
  'events',
  'hunt',
  'tag',
  'note',
  'board',
  'report',
  'export',
  'import',
  'merge',
  'verify',
  'help',
]);

/**
 * Reads the arguments after the executable (and, in development, the app's folder). Chromium's own switches begin
 * with a dash and are passed over; after `--` everything is a path.
 */
export function readArguments(args: readonly string[], workingFolder: string): StartRequest {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  const words = options.filter((arg) => !arg.startsWith('-'));
  const [command] = words;
  if (command !== undefined && COMMANDS.has(command)) {
    return { kind: 'command', args: args.slice(args.indexOf(command)) };
  }
  const job = options.find((arg) => arg.startsWith('--print-job='));
  if (job !== undefined) {
    return { kind: 'print', job: resolve(workingFolder, job.slice('--print-job='.length)) };
  }
  const paths = [...words, ...(end === -1 ? [] : args.slice(end + 1))].map((path) =>
    resolve(workingFolder, path),
  );
  return { kind: options.includes('--headless-job') ? 'headless-job' : 'window', paths };
}
