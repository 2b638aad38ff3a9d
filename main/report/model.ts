import type { Metric } from '#shared/ipc/report.ts';
import type { LedgerEntry } from '#shared/ipc/cases.ts';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import type { Analyst } from '#shared/model/case.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceIssue, EvidenceItem } from '#shared/model/evidence.ts';
import type {
  BoardItemId,
  CaseId,
  EventId,
  FindingId,
  RecordId,
  ReportId,
} from '#shared/model/ids.ts';
import type { ReportHeader } from '#shared/model/report.ts';
import type { NumberedFinding } from '#shared/report/number-findings.ts';
import type { NumberedSection } from '#shared/report/numbering.ts';
import type { Redactor } from '#shared/report/redaction/redactor.ts';
import type { Block } from '#shared/report/content/block.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import type { Head, QueryAnswer } from './sources.ts';

/** A report with everything in it looked up and numbered; what prints it reads nothing else. */
export interface ReportModel {
  readonly id: ReportId;
  readonly header: ReportHeader;
  readonly case: { readonly id: CaseId; readonly title: string };
  readonly analyst: Analyst;
  readonly tool: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly heads: { readonly ledger: Head; readonly work: Head };
  /** All that the analysts did, for what is printed of records. */
  readonly work: WorkState;
  readonly sections: readonly NumberedSection[];
  readonly events: CitedEvents;
  readonly findings: readonly NumberedFinding[];
  readonly board: NumberedBoard;
  /** By which rows of entities are linked to. */
  readonly entityNumbers: ReadonlyMap<RecordId, number>;
  readonly evidence: readonly EvidenceItem[];
  /** Files whose events are not all in the store yet. */
  readonly unread: readonly EvidenceItem[];
  /** By evidence index; only files that have any. */
  readonly issues: ReadonlyMap<number, readonly EvidenceIssue[]>;
  readonly custody: {
    readonly entries: readonly LedgerEntry[];
    readonly intact: boolean;
    readonly detail: string;
  };
  readonly metrics: readonly Metric[];
  /** Deadlines of the case with when each is due; the soonest first, then what is settled. */
  readonly clocks: readonly Clock[];
  /** By `liveKey`; a query that cannot be run has the reason instead. */
  readonly queries: ReadonlyMap<string, QueryAnswer | { readonly failed: string }>;
  readonly frozen: FrozenBlocks;
  /** What must not be shown; carried out by `outgoing`. */
  readonly redactor: Redactor;
  readonly gaps: ReportGaps;
}

/** By the id of the record that keeps it. */
export type FrozenBlocks = ReadonlyMap<RecordId, FrozenBlock>;

export interface FrozenBlock {
  /** When it was frozen. */
  readonly at: bigint;
  readonly blocks: readonly Block[];
  /** The live block would show something else now. */
  readonly stale: boolean;
}

/** What a reader must know is not there. */
export interface ReportGaps {
  /** Titles of sections in which nothing was written. */
  readonly unwritten: readonly string[];
  /** Sections whose stored text a report cannot print, and why. */
  readonly refused: readonly { readonly title: string; readonly why: string }[];
}

export type CitedEvent = {
  readonly number: string;
  readonly id: EventId;
  /** Only a drawing or a table of many names it, and no sentence, finding or record. */
  readonly listed: boolean;
} & (
  | {
      readonly found: true;
      readonly event: EventDetail;
    }
  | {
      readonly found: false;
      readonly why: string;
    }
);

export interface CitedEvents {
  /** E1, E2, … in the order in which the report first speaks of them. */
  readonly list: readonly CitedEvent[];
  readonly byId: ReadonlyMap<EventId, CitedEvent>;
}

export interface NumberedBoard {
  readonly items: readonly { readonly number: string; readonly item: BoardItem }[];
  readonly links: readonly BoardLink[];
  readonly numberOf: ReadonlyMap<BoardItemId, string>;
}

export const findingById = (model: ReportModel, id: FindingId): NumberedFinding | undefined =>
  model.findings.find(({ finding }) => finding.id === id);
