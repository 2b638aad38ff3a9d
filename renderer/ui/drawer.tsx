import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { CloseIcon } from './icons.ts';
import './drawer.css';

interface DrawerProps {
  readonly label: string;
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** What Escape does where it does not close. */
  readonly onEscape?: () => void;
  /** Small controls before the close button. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** The detail of what is selected, beside the list it came from. */
export function Drawer({
  label,
  title,
  onClose,
  onEscape = onClose,
  controls,
  children,
}: DrawerProps) {
  return (
    // Escape closes it from anywhere inside; every control in it keeps its own keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className="fl-drawer"
      aria-label={label}
      data-region
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onEscape();
      }}
    >
      <header className="fl-drawer-head">
        <div className="fl-drawer-title">{title}</div>
        {controls}
        <IconButton size="small" icon={CloseIcon} label="Close" keys="Escape" onPress={onClose} />
      </header>
      {children}
    </aside>
  );
}
