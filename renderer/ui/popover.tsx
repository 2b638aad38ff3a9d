import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as Floating } from 'react-aria-components';
import type { PopoverProps as FloatingProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import './menu.css';

interface PopoverProps extends Pick<FloatingProps, 'placement' | 'triggerRef'> {
  /** Names the popover for those who cannot see it. */
  readonly label: string;
  /** A button; absent when `triggerRef` and `open` are given. */
  readonly trigger?: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small surface beside the control that opened it. Closes on Escape or a click elsewhere. */
export function Popover({
  label,
  trigger,
  open,
  onOpenChange,
  placement = 'bottom start',
  triggerRef,
  className,
  children,
}: PopoverProps) {
  const state = {
    ...(open === undefined ? {} : { isOpen: open }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };
  const floating = (
    <Floating
      className={classNames('fl-floating', className)}
      placement={placement}
      offset={4}
      {...(trigger === undefined ? state : {})}
      {...(triggerRef === undefined ? {} : { triggerRef })}
    >
      <Dialog className="fl-popover" aria-label={label}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </Floating>
  );
  if (trigger === undefined) return floating;
  return (
    <DialogTrigger {...state}>
      {trigger}
      {floating}
    </DialogTrigger>
  );
}
