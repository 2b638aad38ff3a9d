/**
 * Why the record being decoded cannot be. Decoders return a sentinel and leave the reason here, because damage
 * is data: unwinding the stack for every bad record of a damaged log would be slow, and is not exceptional.
 */
export interface Fault {
  reason: string;
  /** Chunk-relative. */
  at: number;
  /** A definition that is not (or no longer) where the record says; it may exist elsewhere in the file. */
  templateMissing: boolean;
}

export const fault: Fault = { reason: '', at: 0, templateMissing: false };

export function clearFault(): void {
  fault.reason = '';
  fault.at = 0;
  fault.templateMissing = false;
}

/** Notes the first reason; later ones are its consequences. */
export function refuse(reason: string, at: number): undefined {
  if (fault.reason === '') {
    fault.reason = reason;
    fault.at = at;
  }
  return undefined;
}
