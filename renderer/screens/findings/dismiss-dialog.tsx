import { useState } from 'react';
import type { Finding } from '#shared/model/finding.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface DismissDialogProps {
  readonly finding: Finding;
  readonly onDismiss: (reason: string) => void;
  readonly close: () => void;
}

/** A finding is not dismissed without a reason: others will ask why. */
export function DismissDialog({ finding, onDismiss, close }: DismissDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const dismiss = (): void => {
    setTried(true);
    if (missing) return;
    onDismiss(reason.trim());
    close();
  };
  return (
    <FormDialog
      title={`Dismiss “${visibleLine(finding.title)}”`}
      size="small"
      act="Dismiss"
      onAct={dismiss}
      close={close}
    >
      <Field
        label="Why is it no finding?"
        value={reason}
        onChange={setReason}
        error={tried && missing ? 'Say why, for whoever asks later.' : undefined}
        placeholder="Scheduled task of the backup product; confirmed by its owner"
        required
        autoFocus
        onEnter={dismiss}
        maxLength={2_000}
      />
    </FormDialog>
  );
}
