import { FailureError } from '#shared/model/result.ts';

/**
 * Why the signal of an intake aborts when the case is closed under it. That is not the analyst's wish: what is left is
 * taken up when the case is opened again.
 */
export const CASE_CLOSING = new Error('the case was closed');

/** @throws FailureError cancelled, when the case is being closed */
export function stopIfClosing(signal: AbortSignal): void {
  if (signal.aborted && signal.reason === CASE_CLOSING) {
    const message = 'The case was closed; the rest is read when it is opened again.';
    throw new FailureError({ code: 'cancelled', message });
  }
}
