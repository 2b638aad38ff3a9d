/** A defect met in evidence: never thrown, always a row with a place, shown, counted and printed. */
export interface Issue {
  /** Stable kebab-case code, e.g. `evtx-chunk-checksum`. */
  readonly code: string;
  /** info: odd but nothing lost · warning: read with a reservation · loss: bytes or records could not be read. */
  readonly severity: 'info' | 'warning' | 'loss';
  /** Whether the evidence is damaged or our parser does not know this. */
  readonly blame: 'evidence' | 'parser';
  readonly offset?: number;
  readonly length?: number;
  readonly record?: number;
  /** One sentence with the facts an examiner needs. */
  readonly message: string;
}
