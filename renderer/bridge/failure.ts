import type { Failure } from '#shared/model/result.ts';
import { FailureError } from '#shared/model/result.ts';

/** What to say about anything that was caught: a failure's own sentence, or that this is a defect of Fireline. */
export function failureOf(
  error: unknown,
): Failure | { readonly code: 'defect'; readonly message: string } {
  if (error instanceof FailureError) return error.failure;
  return { code: 'defect', message: error instanceof Error ? error.message : String(error) };
}

/** The analyst cancelled, or the engine is already being started again: nothing to tell them about. */
export const isQuiet = (error: unknown): boolean =>
  error instanceof FailureError &&
  (error.failure.code === 'cancelled' || error.failure.code === 'engine-stopped');
