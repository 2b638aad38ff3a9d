import type { IngestedFile } from '#shared/ipc/evidence.ts';
import { counted } from '#shared/work/number-text.ts';

/** What became of one file, in a line for people. */
export function fileText(file: IngestedFile): string {
  const what = file.format ?? 'no format';
  const coverage = `${(file.coverage * 100).toFixed(1)} % accounted for`;
  const counts = `${counted(file.events, 'event')}, ${counted(file.issues, 'issue')}, ${coverage}`;
  const why = file.explanation === undefined ? '' : ` (${file.explanation})`;
  return `${file.status.padEnd(9)} ${file.path}: ${what}, ${counts}${why}`;
}

/** One file as the contract of the command line has it: every member is there, null where there is nothing to say. */
export const fileRecord = (file: IngestedFile): { readonly [name: string]: unknown } => ({
  path: file.path,
  ...(file.parent === undefined ? {} : { parent: file.parent }),
  sha256: file.sha256 ?? null,
  sha1: file.sha1 ?? null,
  md5: file.md5 ?? null,
  size: file.size,
  format: file.format ?? null,
  parser: file.parser ?? null,
  records: file.records,
  events: file.events,
  issues: file.issues,
  bytes: file.bytes,
  coverage: file.coverage,
  seconds: file.seconds,
  status: file.status,
  ...(file.explanation === undefined ? {} : { explanation: file.explanation }),
});

/** A file that could not be taken in whole makes the exit code say so. */
export const FAILED = new Set(['refused', 'failed', 'partial']);
