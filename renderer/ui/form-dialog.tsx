import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly size?: 'small' | 'normal' | 'wide' | 'full' | undefined;
  /** What the main button says: a verb. */
  readonly act?: string;
  /** Checks what was filled in; closes the dialog itself when it was enough. */
  readonly onAct: () => void;
  readonly disabled?: boolean;
  readonly close: () => void;
}

/** A dialog that asks something and does one act with the answers; it is there while it is rendered. */
export function FormDialog(props: FormDialogProps) {
  const { title, children, size = 'normal', act = 'Save', onAct, disabled = false, close } = props;
  return (
    <Dialog
      title={title}
      open
      size={size}
      onClose={close}
      onMain={disabled ? undefined : onAct}
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={disabled} onPress={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
