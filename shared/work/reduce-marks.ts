import type { Op, OpBody } from './op.ts';
import type { WorkDraft } from './work-draft.ts';

type MarkBody = Extract<OpBody, { kind: `tag.${string}` | `note.${string}` | `review.${string}` }>;

/** Tags, notes and the reviewed mark: what is said of events themselves. */
export function reduceMarks(draft: WorkDraft, op: Op, body: MarkBody): void {
  switch (body.kind) {
    case 'tag.add':
    case 'tag.remove': {
      const known = draft.now.tags.get(body.tag);
      const change = { op: op.id, on: body.kind === 'tag.add', events: body.events };
      draft.map('tags').set(body.tag, {
        ...known,
        name: body.tag,
        assigned: draft.appended(known?.assigned, change),
      });
      return;
    }
    case 'tag.describe': {
      const { tag, color, meaning } = body;
      const known = draft.now.tags.get(tag) ?? { name: tag, assigned: [] };
      draft.map('tags').set(tag, {
        ...known,
        ...(color === undefined ? {} : { color }),
        ...(meaning === undefined ? {} : { meaning }),
      });
      return;
    }
    case 'note.add': {
      const { id, analyst, clock } = op;
      draft.map('notes').set(id, { id, analyst, clock, text: body.text, events: body.events });
      const byEvent = draft.map('notesByEvent');
      for (const event of new Set(body.events)) {
        byEvent.set(event, draft.appended(byEvent.get(event), id));
      }
      return;
    }
    case 'note.edit': {
      const known = draft.now.notes.get(body.note);
      if (known !== undefined) draft.map('notes').set(known.id, { ...known, text: body.text });
      return;
    }
    case 'review.mark':
      draft.setReviewed(
        draft.appended(draft.now.reviewed, {
          op: op.id,
          on: body.reviewed,
          events: body.events,
        }),
      );
      return;
  }
}
