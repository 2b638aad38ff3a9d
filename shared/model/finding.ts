import type { Confidence } from './board.ts';
import type { EventId, FindingId } from './ids.ts';

export interface Finding {
  readonly id: FindingId;
  readonly title: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
  readonly confidence: Confidence;
  readonly status: 'open' | 'confirmed' | 'dismissed';
  readonly statement: string;
  readonly technique?: string;
  /** The events that prove it, in the order of the argument. */
  readonly events: readonly EventId[];
}
