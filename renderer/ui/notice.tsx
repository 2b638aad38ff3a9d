import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { HelpIcon, ProblemIcon, WarningIcon } from './icons.ts';
import './notice.css';

interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'critical';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Across the whole width of a surface, without a frame. */
  readonly banner?: boolean;
}

const ICONS = { info: HelpIcon, warning: WarningIcon, critical: ProblemIcon } as const;

/** A sentence the analyst must know while looking at what is below it. */
export function Notice({ tone, children, actions, banner = false }: NoticeProps) {
  const Picture = ICONS[tone];
  return (
    <div
      className={classNames('fl-notice', `fl-notice-${tone}`, banner && 'fl-notice-banner')}
      role={tone === 'critical' ? 'alert' : 'note'}
    >
      <Picture size={15} strokeWidth={1.75} aria-hidden />
      <div className="fl-notice-text fl-selectable">{children}</div>
      {actions}
    </div>
  );
}
