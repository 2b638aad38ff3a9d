import type { EventDetail } from '#shared/model/event.ts';
import { NoteIcon } from '#renderer/ui/icons.ts';
import { visibleText } from '#renderer/ui/visible-text.ts';

/** What analysts noted on the event. */
export function Notes({ detail }: { readonly detail: EventDetail }) {
  if (detail.notes.length === 0) return null;
  return (
    <ul className="fl-notes" aria-label="Notes">
      {detail.notes.map((note) => (
        <li key={note}>
          <NoteIcon size={13} aria-hidden />
          <span className="fl-selectable">{visibleText(note)}</span>
        </li>
      ))}
    </ul>
  );
}
