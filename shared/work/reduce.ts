import type { Op } from './op.ts';
import { reduceBoard } from './reduce-board.ts';
import { reduceMarks } from './reduce-marks.ts';
import { reduceRecords } from './reduce-records.ts';
import { reduceReport } from './reduce-report.ts';
import type { WorkDraft } from './work-draft.ts';

/**
 * One operation's effect. An op on something that is not there (its maker was retracted, or has not arrived yet)
 * has none; nothing here can fail, whatever the order of arrival.
 */
export function reduce(draft: WorkDraft, op: Op): void {
  const { body } = op;
  switch (body.kind) {
    case 'case.create':
    case 'case.rename':
      draft.setTitle(body.title);
      return;
    case 'analyst.identify':
      draft.map('analysts').set(body.analyst.id, body.analyst);
      return;
    case 'tag.add':
    case 'tag.remove':
    case 'tag.describe':
    case 'note.add':
    case 'note.edit':
    case 'review.mark':
      reduceMarks(draft, op, body);
      return;
    case 'board.add':
    case 'board.edit':
    case 'board.remove':
    case 'board.order':
    case 'board.link':
    case 'board.unlink':
    case 'finding.add':
    case 'finding.edit':
    case 'finding.remove':
      reduceBoard(draft, body);
      return;
    case 'record.add':
    case 'record.edit':
    case 'record.remove':
      reduceRecords(draft, body);
      return;
    case 'report.create':
    case 'report.header':
    case 'report.section':
    case 'report.section.remove':
    case 'report.order':
      reduceReport(draft, body);
      return;
    case 'view.save':
      draft.map('views').set(body.name, {
        name: body.name,
        query: body.query,
        columns: body.columns,
      });
      return;
    case 'view.remove':
      if (draft.now.views.has(body.name)) draft.map('views').delete(body.name);
      return;
    case 'moment.mark': {
      const { moment, at, event } = body;
      if (at === undefined && event === undefined) draft.map('moments').delete(moment);
      else {
        draft.map('moments').set(moment, {
          op: op.id,
          ...(at === undefined ? {} : { at }),
          ...(event === undefined ? {} : { event }),
        });
      }
      return;
    }
    case 'retract':
      // Which ops count was decided before this; a retraction itself changes nothing.
      return;
  }
}
