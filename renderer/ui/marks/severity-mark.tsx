import type { ReactNode } from 'react';
import type { Finding } from '#shared/model/finding.ts';
import './marks.css';

type Severity = Finding['severity'];

/** Shape first, hue second, falling with severity: diamond, triangle, empty triangle, ring, dot. */
const SHAPES: { readonly [S in Severity]: ReactNode } = {
  critical: <path d="M5 0.4 9.6 5 5 9.6 0.4 5Z" fill="currentColor" />,
  high: <path d="M5 0.8 9.6 9.2 0.4 9.2Z" fill="currentColor" />,
  medium: <path d="M5 1.6 8.9 8.6 1.1 8.6Z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  low: <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  info: <circle cx="5" cy="5" r="1.5" fill="currentColor" />,
};

const HUES = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'info',
} as const;

/** How bad a finding is, as a mark and a word. */
export const SeverityMark = ({ severity }: { readonly severity: Severity }) => (
  <span className="fl-severity">
    <span className={`fl-level fl-level-${HUES[severity]}`} aria-hidden>
      <svg viewBox="0 0 10 10" width="10" height="10">
        {SHAPES[severity]}
      </svg>
    </span>
    {severity.charAt(0).toUpperCase() + severity.slice(1)}
  </span>
);
