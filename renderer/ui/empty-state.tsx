import type { ReactNode } from 'react';
import type { Icon } from './icons.ts';
import './empty-state.css';

interface EmptyStateProps {
  readonly icon: Icon;
  /** Why there is nothing here. */
  readonly title: string;
  /** What that means, and what comes next. */
  readonly children?: ReactNode;
  /** Buttons that are commands. */
  readonly actions?: ReactNode;
}

/** Nothing yet, nothing matches, not ready or failed: always why, and the next act. */
export function EmptyState({ icon: Picture, title, children, actions }: EmptyStateProps) {
  return (
    <div className="fl-empty">
      <span className="fl-empty-icon" aria-hidden>
        <Picture size={20} strokeWidth={1.5} />
      </span>
      <h2>{title}</h2>
      {children === undefined ? null : <div className="fl-empty-text">{children}</div>}
      {actions === undefined ? null : <div className="fl-empty-actions">{actions}</div>}
    </div>
  );
}
