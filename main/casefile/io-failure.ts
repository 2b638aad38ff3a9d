import type { Failure, FailureCode } from '#shared/model/result.ts';

const CODES: { readonly [errno: string]: { readonly code: FailureCode; readonly why: string } } = {
  ENOSPC: { code: 'disk-full', why: 'the disk is full' },
  EDQUOT: { code: 'disk-full', why: 'your disk quota is used up' },
  EFBIG: { code: 'disk-full', why: 'the file system allows no file that large' },
  EACCES: { code: 'not-permitted', why: 'permission is denied' },
  EPERM: { code: 'not-permitted', why: 'the system does not permit it' },
  EROFS: { code: 'not-permitted', why: 'the disk is mounted read-only' },
  ENOENT: { code: 'not-found', why: 'it is not there' },
  ENOTDIR: { code: 'not-found', why: 'a part of the path is not a folder' },
  EISDIR: { code: 'invalid-argument', why: 'it is a folder' },
  ENAMETOOLONG: { code: 'invalid-argument', why: 'the path is longer than the system can open' },
  ELOOP: { code: 'invalid-argument', why: 'it is a symbolic link' },
  EIO: { code: 'io', why: 'the device reports a read or write error' },
  ENODEV: { code: 'io', why: 'the device is gone' },
  ENXIO: { code: 'io', why: 'there is no such device' },
};

/** Whether a caught value is an error of the operating system, as opposed to a bug. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';

/** Why the system refused, as half a sentence; bugs are thrown on. */
export function reasonOf(error: unknown): { readonly code: FailureCode; readonly why: string } {
  if (!isSystemError(error)) throw error;
  return CODES[error.code ?? ''] ?? { code: 'io', why: `the system says ${error.code}` };
}

/** `what` is what was tried, e.g. “The ledger cannot be written”. Bugs are thrown on. */
export function ioFailure(error: unknown, what: string, subject: string): Failure {
  const { code, why } = reasonOf(error);
  return { code, message: `${what}: ${why} (${subject}).`, subject };
}
