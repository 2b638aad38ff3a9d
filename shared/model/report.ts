import type { Instant } from './time.ts';
import type { BoardItemId, EventId, FindingId, RecordId, ReportId, SectionId } from './ids.ts';

export interface ReportHeader {
  readonly title: string;
  readonly subtitle?: string;
  /** Printed in header and footer of every page, e.g. `TLP:AMBER · Confidential`. */
  readonly classification: string;
  readonly organisation?: string;
  readonly template: string;
  /** What the document is, printed above its title: `Executive summary`. `Incident report` without it. */
  readonly kind?: string;
  readonly layout?: ReportLayout;
  /** Absent where nobody spoke of it. */
  readonly state?: ReportState;
  /** Who reviews it, or who approved it. */
  readonly reviewer?: string;
  readonly approvedAt?: Instant;
  /** What was approved: `reportFingerprint`. */
  readonly approvedText?: string;
}

export const REPORT_STATES = ['draft', 'review', 'approved'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** full: a cover and a table of contents, as without it · brief: begins at the head of its first page. */
export const REPORT_LAYOUTS = ['full', 'brief'] as const;
export type ReportLayout = (typeof REPORT_LAYOUTS)[number];

export interface ReportSection {
  readonly id: SectionId;
  /** Fractional index text: sections are ordered by it. */
  readonly rank: string;
  /** Heading level: 1 for a chapter, 2 below it. */
  readonly level: 1 | 2;
  readonly title: string;
  readonly appendix: boolean;
  /** ProseMirror document (JSON) of the section's body. */
  readonly content: ReportNode;
}

/** ProseMirror JSON; which node types exist is fixed by the report schema, and unknown ones are refused. */
export interface ReportNode {
  readonly type: string;
  readonly attrs?: {
    readonly [name: string]: string | number | boolean | null | readonly string[];
  };
  readonly content?: readonly ReportNode[];
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: { readonly [name: string]: string | null };
  }[];
  readonly text?: string;
}

/** What a live block or citation in a report points at (attrs of the nodes `citation` and `live`). */
export type Citation =
  | { readonly kind: 'event'; readonly event: EventId }
  | { readonly kind: 'finding'; readonly finding: FindingId }
  | { readonly kind: 'board'; readonly item: BoardItemId }
  /** A mention: printed as the name that the entity has now. */
  | { readonly kind: 'entity'; readonly entity: RecordId };

export type LiveBlock =
  | { readonly kind: 'events'; readonly query: string; readonly limit: number }
  | { readonly kind: 'finding'; readonly finding: FindingId }
  | { readonly kind: 'findings' }
  | { readonly kind: 'board-figure' }
  | { readonly kind: 'board-table' }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'evidence-brief' }
  | { readonly kind: 'custody' }
  | { readonly kind: 'custody-brief' }
  | { readonly kind: 'coverage' }
  | { readonly kind: 'coverage-brief' }
  | { readonly kind: 'metrics' }
  | { readonly kind: 'techniques' }
  | RecordBlock;

export interface RecordBlock {
  readonly kind: RecordBlockKind;
}

/** Live blocks that show records of the case. */
export const RECORD_BLOCKS = [
  'incident',
  'key-figures',
  'phases',
  'entities',
  'indicators',
  'impact',
  'impact-brief',
  'transfers',
  'causes',
  'controls',
  'negative-findings',
  'tasks',
  'tasks-left',
  'actions',
  'decisions',
  'communications',
  'deadlines',
  'lessons',
  'improvements',
  'improvements-brief',
  'people',
] as const;
export type RecordBlockKind = (typeof RECORD_BLOCKS)[number];

export interface Report {
  readonly id: ReportId;
  readonly header: ReportHeader;
  readonly sections: readonly ReportSection[];
}
