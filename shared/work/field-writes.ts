import type { BoardItemId, FindingId, OpId, RecordId, ReportId, SectionId } from '../model/ids.ts';
import type { RecordType } from '../records/record-kinds.ts';
import type { MomentName, Op, OpBody } from './op.ts';

/** What a field belongs to. */
export type Subject =
  | { readonly kind: 'case' }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'note'; readonly note: OpId }
  | { readonly kind: 'board'; readonly item: BoardItemId }
  | { readonly kind: 'finding'; readonly finding: FindingId }
  | { readonly kind: 'record'; readonly type: RecordType; readonly record: RecordId }
  | { readonly kind: 'report'; readonly report: ReportId }
  | { readonly kind: 'section'; readonly report: ReportId; readonly section: SectionId }
  | { readonly kind: 'view'; readonly name: string }
  | { readonly kind: 'moment'; readonly moment: MomentName };

/** One field given a value by one op. */
export interface FieldWrite {
  readonly op: Op;
  readonly subject: Subject;
  /** Name of the field; `existence` where the subject was taken away. */
  readonly field: string;
  readonly value: unknown;
  /** The op that would give this field, and no other, this value again. */
  readonly again: OpBody;
}

/** Fields that an op sets on something that was there before it; making a thing conflicts with nothing. */
export function fieldWrites(op: Op): readonly FieldWrite[] {
  const { body } = op;
  const one = (subject: Subject, field: string, value: unknown, again: OpBody = body) => ({
    op,
    subject,
    field,
    value,
    again,
  });
  const each = (subject: Subject, change: object, again: (part: object) => OpBody) =>
    Object.entries(change).map(([field, value]: [string, unknown]) =>
      one(subject, field, value, again({ [field]: value })),
    );
  switch (body.kind) {
    case 'case.create':
    case 'case.rename':
      return [one({ kind: 'case' }, 'title', body.title, renamed(body.title))];
    case 'tag.describe': {
      const { kind, tag, ...change } = body;
      return each({ kind: 'tag', tag }, change, (part) => ({ kind, tag, ...part }));
    }
    case 'note.edit':
      return [one({ kind: 'note', note: body.note }, 'text', body.text)];
    case 'board.edit':
      return each({ kind: 'board', item: body.item }, body.change, (change) => ({
        ...body,
        change,
      }));
    case 'board.order': {
      // Two who move an item to two places mean no harm; two who move it to two lanes disagree.
      const { item, lane } = body;
      if (lane === undefined) return [];
      const again: OpBody = { kind: 'board.edit', item, change: { phase: lane } };
      return [one({ kind: 'board', item }, 'phase', lane, again)];
    }
    case 'board.remove':
      return [one({ kind: 'board', item: body.item }, 'existence', false)];
    case 'finding.edit':
      return each({ kind: 'finding', finding: body.finding }, body.change, (change) => ({
        ...body,
        change,
      }));
    case 'finding.remove':
      return [one({ kind: 'finding', finding: body.finding }, 'existence', false)];
    case 'record.edit': {
      const { type, record } = body;
      return each({ kind: 'record', type, record }, body.change, (change) => ({ ...body, change }));
    }
    case 'record.remove': {
      const { type, record } = body;
      return [one({ kind: 'record', type, record }, 'existence', false)];
    }
    case 'report.header':
      return each({ kind: 'report', report: body.report }, body.change, (change) => ({
        ...body,
        change,
      }));
    case 'report.section': {
      const { report, section } = body;
      const { id, rank: _place, ...content } = section;
      return [one({ kind: 'section', report, section: id }, 'text', content)];
    }
    case 'report.section.remove': {
      const { report, section } = body;
      return [one({ kind: 'section', report, section }, 'existence', false)];
    }
    case 'view.save':
      return [one({ kind: 'view', name: body.name }, 'query', [body.query, body.columns])];
    case 'view.remove':
      return [one({ kind: 'view', name: body.name }, 'query', null)];
    case 'moment.mark':
      return [
        one({ kind: 'moment', moment: body.moment }, 'time', [body.at ?? null, body.event ?? null]),
      ];
    case 'analyst.identify':
    case 'tag.add':
    case 'tag.remove':
    case 'note.add':
    case 'review.mark':
    case 'board.add':
    case 'board.link':
    case 'board.unlink':
    case 'finding.add':
    case 'record.add':
    case 'report.create':
    case 'report.order':
    case 'retract':
      break;
  }
  return [];
}

const renamed = (title: string): OpBody => ({ kind: 'case.rename', title });
