import type { BoardItemId, EventId } from './ids.ts';
import type { Instant, Precision } from './time.ts';

export type Confidence = 'high' | 'medium' | 'low';

/** A curated moment: promoted from an event, or made by hand with its own provenance. */
export interface BoardItem {
  readonly id: BoardItemId;
  readonly title: string;
  readonly time?: Instant;
  readonly end?: Instant;
  readonly precision: Precision;
  /** The event it was promoted from; hand-made items carry `basis` instead. */
  readonly event?: EventId;
  /** Where a hand-made item is known from: a person, a ticket, a photograph. Required without `event`. */
  readonly basis?: string;
  readonly reason: string;
  /** proven by a cited event · inferred from several · assumed. */
  readonly standing: 'proven' | 'inferred' | 'assumed';
  readonly confidence: Confidence;
  readonly phase: Phase;
  readonly tactic?: string;
  readonly technique?: string;
  readonly host?: string;
  readonly actor?: string;
  /** Order within equal times; fractional index text. */
  readonly rank: string;
}

/** ATT&CK tactics in kill-chain order, as lanes; `response` is for what the defenders did. */
export const PHASES = [
  'reconnaissance',
  'resource-development',
  'initial-access',
  'execution',
  'persistence',
  'privilege-escalation',
  'defense-evasion',
  'credential-access',
  'discovery',
  'lateral-movement',
  'collection',
  'command-and-control',
  'exfiltration',
  'impact',
  'response',
] as const;
export type Phase = (typeof PHASES)[number];

export interface BoardLink {
  readonly from: BoardItemId;
  readonly to: BoardItemId;
  readonly kind: 'led-to' | 'enabled' | 'same-as' | 'related';
}
