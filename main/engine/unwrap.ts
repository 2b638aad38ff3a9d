import type { Result } from '#shared/model/result.ts';
import { FailureError } from '#shared/model/result.ts';

/** The value, or the failure as the one exception that the engine's edge turns back into data. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result.failure);
}
