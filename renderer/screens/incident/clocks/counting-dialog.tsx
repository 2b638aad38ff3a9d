import { HOW_COUNTED, NO_ADVICE } from '#shared/response/clocks/regimes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** What is and is not applied when periods are counted, for whoever checks by hand. */
export const CountingDialog = ({ close }: { readonly close: () => void }) => (
  <Dialog
    title="How periods are counted"
    open
    onClose={close}
    actions={
      <Button variant="primary" onPress={close}>
        Close
      </Button>
    }
  >
    <ul className="fl-counting">
      {HOW_COUNTED.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
    <p className="fl-muted">{NO_ADVICE}</p>
  </Dialog>
);
