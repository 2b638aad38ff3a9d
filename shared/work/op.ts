import type {
  AnalystId,
  BoardItemId,
  CaseId,
  EventId,
  FindingId,
  OpId,
  RecordId,
  ReportId,
  SectionId,
} from '../model/ids.ts';
import type { Analyst } from '../model/case.ts';
import type { Change } from '../model/change.ts';
import type { BoardItem, BoardLink, Phase } from '../model/board.ts';
import type { Finding } from '../model/finding.ts';
import type { ReportHeader, ReportSection } from '../model/report.ts';
import type { CaseRecord, RecordType } from '../records/record-kinds.ts';
import type { RecordEdit } from '../records/record-schema.ts';
import type { EventSet } from './event-set.ts';
import type { Hlc } from './hlc.ts';

export const MOMENTS = [
  'first-activity',
  'aware',
  'detected',
  'contained',
  'eradicated',
  'recovered',
] as const;
/** The moments from which dwell time and the times to detect, contain and recover are computed. */
export type MomentName = (typeof MOMENTS)[number];

/**
 * The analyst's work, one act each (law 4). Ops are immutable, content-addressed and never deleted; the state
 * of a case is a fold of them in clock order, leaving out those that are retracted. `retract` is the inverse of
 * any op, and of another retract: undo appends one, redo retracts the retract.
 */
export type OpBody =
  | { readonly kind: 'case.create'; readonly title: string }
  | { readonly kind: 'case.rename'; readonly title: string }
  | { readonly kind: 'analyst.identify'; readonly analyst: Analyst }
  | { readonly kind: 'tag.add'; readonly tag: string; readonly events: EventSet }
  | { readonly kind: 'tag.remove'; readonly tag: string; readonly events: EventSet }
  | {
      readonly kind: 'tag.describe';
      readonly tag: string;
      readonly color?: string;
      readonly meaning?: string;
    }
  | { readonly kind: 'note.add'; readonly events: readonly EventId[]; readonly text: string }
  | { readonly kind: 'note.edit'; readonly note: OpId; readonly text: string }
  | { readonly kind: 'review.mark'; readonly events: EventSet; readonly reviewed: boolean }
  | { readonly kind: 'board.add'; readonly item: BoardItem }
  | {
      readonly kind: 'board.edit';
      readonly item: BoardItemId;
      readonly change: Change<Omit<BoardItem, 'id' | 'event'>>;
    }
  | { readonly kind: 'board.remove'; readonly item: BoardItemId }
  /** The item's place: fractional index text between its new neighbours', and its lane when that changes too. */
  | {
      readonly kind: 'board.order';
      readonly item: BoardItemId;
      readonly rank: string;
      readonly lane?: Phase;
    }
  | { readonly kind: 'board.link'; readonly link: BoardLink }
  | { readonly kind: 'board.unlink'; readonly link: BoardLink }
  | { readonly kind: 'finding.add'; readonly finding: Finding }
  | {
      readonly kind: 'finding.edit';
      readonly finding: FindingId;
      readonly change: Change<Omit<Finding, 'id'>>;
    }
  | { readonly kind: 'finding.remove'; readonly finding: FindingId }
  | {
      readonly kind: 'report.create';
      readonly report: ReportId;
      readonly header: ReportHeader;
      readonly sections: readonly ReportSection[];
    }
  | {
      readonly kind: 'report.header';
      readonly report: ReportId;
      readonly change: Change<ReportHeader>;
    }
  | { readonly kind: 'report.section'; readonly report: ReportId; readonly section: ReportSection }
  | {
      readonly kind: 'report.section.remove';
      readonly report: ReportId;
      readonly section: SectionId;
    }
  | {
      readonly kind: 'report.order';
      readonly report: ReportId;
      readonly section: SectionId;
      readonly rank: string;
    }
  | {
      readonly kind: 'view.save';
      readonly name: string;
      readonly query: string;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'view.remove'; readonly name: string }
  | {
      readonly kind: 'moment.mark';
      /** Without `at` and `event` the mark is taken off. */
      readonly moment: MomentName;
      readonly at?: bigint;
      readonly event?: EventId;
    }
  /** Has no effect on a record that is there. */
  | { readonly kind: 'record.add'; readonly record: CaseRecord }
  | RecordEdit
  | { readonly kind: 'record.remove'; readonly type: RecordType; readonly record: RecordId }
  | { readonly kind: 'retract'; readonly op: OpId };

export type OpKind = OpBody['kind'];

export interface Op {
  /** SHA-256 (hex) of the canonical JSON of everything else. */
  readonly id: OpId;
  readonly case: CaseId;
  readonly clock: Hlc;
  /**
   * The newest ops its author had (those no other op of theirs came after): usually one, none for the first.
   * They say which acts were done without knowing of each other, and bind each op to the history before it.
   */
  readonly after: readonly OpId[];
  readonly analyst: AnalystId;
  readonly body: OpBody;
  /** Why, where the analyst gave a reason. */
  readonly reason?: string;
  /** Ops of one act (a bulk tag in parts, a move that touches two items) share it and are undone together. */
  readonly group?: string;
}
