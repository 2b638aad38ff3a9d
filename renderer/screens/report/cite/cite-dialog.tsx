import { takeFromTray } from '#renderer/state/citation-tray.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { insertCitation } from '../editor/active-editor.ts';
import { closeDialog } from '../report-dialogs.ts';
import { CitePicker } from './cite-picker.tsx';

/** What `@` opens: search, choose, and the citation stands at the caret. */
export function CiteDialog() {
  const places = usePlaces();
  return (
    <Dialog title="Cite" open onClose={closeDialog} size="wide">
      <CitePicker
        autoFocus
        onChoose={(citation) => {
          closeDialog();
          if (citation.kind === 'event') takeFromTray(places, citation.event);
          // After the dialog has given the focus back to the text.
          setTimeout(() => insertCitation(citation), 60);
        }}
      />
    </Dialog>
  );
}
