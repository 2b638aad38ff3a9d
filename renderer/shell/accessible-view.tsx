import { useState } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { keysOf } from '#renderer/commands/catalog.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import type { AccessibleText } from '#renderer/ui/accessible-text.ts';
import { partInFocus } from '#renderer/ui/accessible-text.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { keyCaps } from '#renderer/ui/key-caps.ts';
import './accessible-view.css';

/** What has the focus, as plain text that can be read line by line: for screen readers, magnifiers and copying. */
export function AccessibleView() {
  const [shown, setShown] = useState<AccessibleText>();
  useCommand('app.accessible-view', () => {
    const tell = partInFocus();
    if (tell === undefined) {
      notify({
        text: `Nothing here has a plain text. Move to a list or a histogram first, then press ${keyCaps(keysOf('app.accessible-view') ?? '').join(' ')}.`,
      });
      return;
    }
    tell()
      .then(setShown)
      .catch((error: unknown) => notifyFailure('The text could not be made.', error));
  });
  const { title = '', text = '' } = shown ?? {};
  return (
    <Dialog
      title={title}
      size="wide"
      open={shown !== undefined}
      onClose={() => setShown(undefined)}
      actions={<CopyButton text={text} label="Copy all" />}
    >
      <TextField className="fl-field" value={text} isReadOnly autoFocus aria-label={title}>
        <TextArea className="fl-input fl-mono fl-accessible-text" rows={24} wrap="off" />
      </TextField>
    </Dialog>
  );
}
