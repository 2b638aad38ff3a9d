import { changed } from '../model/change.ts';
import type { OpBody } from './op.ts';
import type { WorkDraft } from './work-draft.ts';
import { linkKey } from './work-state.ts';

type CuratedBody = Extract<OpBody, { kind: `board.${string}` | `finding.${string}` }>;

/** The board and the findings: what the analyst made of the events. */
export function reduceBoard(draft: WorkDraft, body: CuratedBody): void {
  switch (body.kind) {
    case 'board.add':
      draft.map('board').set(body.item.id, body.item);
      return;
    case 'board.edit': {
      const item = draft.now.board.get(body.item);
      if (item !== undefined) draft.map('board').set(item.id, changed(item, body.change));
      return;
    }
    case 'board.order': {
      const item = draft.now.board.get(body.item);
      if (item === undefined) return;
      const lane = body.lane ?? item.phase;
      draft.map('board').set(item.id, { ...item, rank: body.rank, phase: lane });
      return;
    }
    case 'board.remove': {
      const item = draft.now.board.get(body.item);
      if (item === undefined) return;
      draft.map('removed').set(item.id, item.title);
      draft.map('board').delete(item.id);
      return;
    }
    case 'board.link':
      draft.map('links').set(linkKey(body.link), body.link);
      return;
    case 'board.unlink': {
      const key = linkKey(body.link);
      if (draft.now.links.has(key)) draft.map('links').delete(key);
      return;
    }
    case 'finding.add':
      draft.map('findings').set(body.finding.id, body.finding);
      return;
    case 'finding.edit': {
      const finding = draft.now.findings.get(body.finding);
      if (finding !== undefined) {
        draft.map('findings').set(finding.id, changed(finding, body.change));
      }
      return;
    }
    case 'finding.remove': {
      const finding = draft.now.findings.get(body.finding);
      if (finding === undefined) return;
      draft.map('removed').set(finding.id, finding.title);
      draft.map('findings').delete(finding.id);
      return;
    }
  }
}
