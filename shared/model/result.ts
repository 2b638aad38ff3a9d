/**
 * An expected failure, as data. A bug throws; a defect in evidence is an Issue; everything a user can
 * meet and act on (disk full, locked case, cancelled) is one of these codes.
 */
export type FailureCode =
  | 'cancelled'
  | 'case-exists'
  | 'case-locked'
  | 'case-missing'
  | 'case-newer-format'
  | 'case-damaged'
  | 'case-not-open'
  | 'case-read-only'
  | 'disk-full'
  | 'evidence-altered'
  | 'evidence-missing'
  | 'invalid-argument'
  | 'invalid-query'
  | 'io'
  | 'not-found'
  | 'not-permitted'
  | 'parser-failed'
  | 'too-large'
  | 'engine-stopped';

export interface Failure {
  readonly code: FailureCode;
  /** One sentence for the analyst: what failed, where, and what to do. */
  readonly message: string;
  /** What it was about: a path, a query, a case. */
  readonly subject?: string;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: FailureCode, message: string, subject?: string): Result<never> => ({
  ok: false,
  failure: subject === undefined ? { code, message } : { code, message, subject },
});

/** Carries a Failure across code that can only throw (a worker, a stream); unwrapped again at the edge. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
  }
}
