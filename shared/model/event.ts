import type { EventId, EventKey, EvidenceIndex } from './ids.ts';
import type { Instant, Precision, ZoneBasis } from './time.ts';

/** ECS event.category, plus `other`. */
export const CATEGORIES = [
  'authentication',
  'process',
  'network',
  'file',
  'registry',
  'web',
  'iam',
  'session',
  'configuration',
  'driver',
  'database',
  'email',
  'malware',
  'intrusion_detection',
  'host',
  'package',
  'api',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const LEVELS = ['critical', 'error', 'warning', 'notice', 'info', 'debug'] as const;
export type Level = (typeof LEVELS)[number];

/** What an event's time says: logged by the source, or the moment a thing was created, modified, … */
export type TimeMeaning =
  'logged' | 'created' | 'modified' | 'accessed' | 'changed' | 'observed' | (string & {});

export type FieldValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

/** The columns that are stored flat; everything else is in `fields` under the format's own names. */
export interface EventRow {
  readonly key: EventKey;
  readonly id: EventId;
  readonly evidence: EvidenceIndex;
  /** Byte range of the record in its evidence file. */
  readonly offset: number;
  readonly length: number;
  /** The format's own record number, where it has one. */
  readonly record?: number;
  readonly ordinal: number;
  /** Absent when the record carries no usable time. */
  readonly time?: Instant;
  /** The time as the source wrote it; absent for binary clocks, whose text is derived. */
  readonly timeOriginal?: string;
  readonly timeMeaning: TimeMeaning;
  readonly precision: Precision;
  readonly zone: ZoneBasis;
  readonly category: Category;
  readonly action?: string;
  readonly outcome?: 'success' | 'failure' | 'unknown';
  readonly level?: Level;
  readonly host?: string;
  readonly user?: string;
  readonly sourceIp?: string;
  readonly destinationIp?: string;
  readonly process?: string;
  readonly code?: string;
  readonly channel?: string;
  readonly provider?: string;
  readonly message: string;
  /** True when read from slack or a damaged area. */
  readonly recovered: boolean;
}

/** A row with the analyst's marks on it, as the grid shows it. */
export interface MarkedRow extends EventRow {
  readonly tags: readonly string[];
  readonly noted: boolean;
  readonly onBoard: boolean;
  /** A finding cites it, dismissed ones too. */
  readonly inFinding: boolean;
}

/** Everything known of one event. */
export interface EventDetail extends MarkedRow {
  readonly fields: { readonly [key: string]: FieldValue };
  readonly parser: string;
  readonly parserVersion: number;
  readonly evidenceName: string;
  readonly evidenceSha256: string;
  readonly notes: readonly string[];
}
