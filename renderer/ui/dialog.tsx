import type { ReactNode } from 'react';
import { Dialog as DialogBody, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useCommand } from '#renderer/commands/registry.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { CloseIcon } from './icons.ts';
import './dialog.css';

/**
 * Typing begins in a dialog without a Tab before it, in its first field where no other asks for the focus. Runs before
 * the dialog takes it for itself.
 */
function startAtFirstField(content: HTMLElement | null): void {
  if (content?.contains(document.activeElement) === true) return;
  const field = content?.querySelector<HTMLElement>(
    ':is(input, textarea):enabled, [role="grid"], [role="listbox"], button:enabled',
  );
  field?.focus();
}

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  /** What the main button does, while it can be pressed: Ctrl+Enter does it from any field. */
  readonly onMain?: (() => void) | undefined;
  readonly size?: 'small' | 'normal' | 'wide' | 'full';
  /** alertdialog cannot be left by Escape or a click beside it. */
  readonly role?: 'dialog' | 'alertdialog';
}

export function Dialog({
  title,
  open,
  onClose,
  children,
  actions,
  onMain,
  size = 'normal',
  role = 'dialog',
}: DialogProps) {
  const blocking = role === 'alertdialog';
  useCommand('dialog.main', () => onMain?.(), open && onMain !== undefined);
  return (
    <ModalOverlay
      className="fl-veil"
      isOpen={open}
      isDismissable={!blocking}
      isKeyboardDismissDisabled={blocking}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className={classNames('fl-dialog', `fl-dialog-${size}`)}>
        <DialogBody className="fl-dialog-body" role={role}>
          <header className="fl-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {blocking ? null : <IconButton icon={CloseIcon} label="Close" onPress={onClose} />}
          </header>
          <div
            className="fl-dialog-content"
            // Of a text of several lines the browser shows the caret, not the field.
            onFocus={({ target }) => target.scrollIntoView({ block: 'nearest' })}
            {...(blocking ? {} : { ref: startAtFirstField })}
          >
            {children}
          </div>
          {actions === undefined ? null : <footer className="fl-dialog-foot">{actions}</footer>}
        </DialogBody>
      </Modal>
    </ModalOverlay>
  );
}
