import type { BoardItem, BoardLink } from '../model/board.ts';
import type { Analyst } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import type {
  AnalystId,
  BoardItemId,
  EventId,
  FindingId,
  OpId,
  RecordId,
  ReportId,
  SectionId,
} from '../model/ids.ts';
import type { ReportHeader, ReportSection } from '../model/report.ts';
import type { CaseRecord, RecordType } from '../records/record-kinds.ts';
import type { EventSet } from './event-set.ts';
import type { Hlc } from './hlc.ts';
import type { MomentName } from './op.ts';

/** One act on a set of events: put in or taken out. The set stays coded however large it is. */
export interface SetChange {
  readonly op: OpId;
  readonly on: boolean;
  readonly events: EventSet;
}

/** What is in the set is what its changes say one after another, in clock order. */
export type ChangedSet = readonly SetChange[];

export interface Tag {
  readonly name: string;
  /** `#rrggbb`. */
  readonly color?: string;
  readonly meaning?: string;
  readonly assigned: ChangedSet;
}

export interface Note {
  /** The op that added it. */
  readonly id: OpId;
  readonly analyst: AnalystId;
  readonly clock: Hlc;
  readonly text: string;
  readonly events: readonly EventId[];
}

export interface SavedView {
  readonly name: string;
  readonly query: string;
  readonly columns: readonly string[];
}

export interface Moment {
  readonly at?: bigint;
  readonly event?: EventId;
  readonly op: OpId;
}

export interface WorkReport {
  readonly id: ReportId;
  readonly header: ReportHeader;
  readonly sections: ReadonlyMap<SectionId, ReportSection>;
}

/**
 * All that the analysts have done to a case, as a fold of their operations. Immutable: what an operation does not
 * touch keeps its identity, so `===` on any part says whether it changed. Lists in their order are in
 * `ordered.ts`, members of sets in `event-sets.ts`.
 */
export interface WorkState {
  readonly title?: string;
  readonly analysts: ReadonlyMap<AnalystId, Analyst>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly notes: ReadonlyMap<OpId, Note>;
  readonly notesByEvent: ReadonlyMap<EventId, readonly OpId[]>;
  readonly reviewed: ChangedSet;
  readonly board: ReadonlyMap<BoardItemId, BoardItem>;
  /** By `linkKey`; links of an item that is not on the board are kept for its return. */
  readonly links: ReadonlyMap<string, BoardLink>;
  readonly findings: ReadonlyMap<FindingId, Finding>;
  readonly reports: ReadonlyMap<ReportId, WorkReport>;
  readonly views: ReadonlyMap<string, SavedView>;
  readonly moments: ReadonlyMap<MomentName, Moment>;
  /** Read through `records.ts`. */
  readonly records: ReadonlyMap<RecordType, ReadonlyMap<RecordId, CaseRecord>>;
  /** Last known titles of what was removed (board items, findings, records, report sections), to speak of it. */
  readonly removed: ReadonlyMap<string, string>;
}

export const EMPTY_WORK: WorkState = {
  analysts: new Map(),
  tags: new Map(),
  notes: new Map(),
  notesByEvent: new Map(),
  reviewed: [],
  board: new Map(),
  links: new Map(),
  findings: new Map(),
  reports: new Map(),
  views: new Map(),
  moments: new Map(),
  records: new Map(),
  removed: new Map(),
};

export const linkKey = ({ from, to, kind }: BoardLink): string => `${from} ${kind} ${to}`;
