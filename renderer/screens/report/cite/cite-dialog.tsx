import { usePlaces } from '#renderer/state/places-context.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { closeDialog } from '../report-dialogs.ts';
import { citeChosen } from './cite-chosen.ts';
import { CitePicker } from './cite-picker.tsx';

/** Search, choose, and the citation stands at the caret. */
export function CiteDialog({ query }: { readonly query: string }) {
  const places = usePlaces();
  return (
    <Dialog title="Cite" open onClose={closeDialog} size="wide">
      <CitePicker
        autoFocus
        query={query}
        onChoose={(chosen) => {
          closeDialog();
          // After the dialog has given the focus back to the text.
          setTimeout(() => citeChosen(chosen, places), 60);
        }}
      />
    </Dialog>
  );
}
