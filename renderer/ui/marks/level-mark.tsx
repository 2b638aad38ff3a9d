import type { ReactNode } from 'react';
import type { Level } from '#shared/model/event.ts';
import './marks.css';

/** Shape first, hue second: a diamond, triangles, a ring, dots. */
const SHAPES: { readonly [L in Level]: ReactNode } = {
  critical: <path d="M5 0.4 9.6 5 5 9.6 0.4 5Z" fill="currentColor" />,
  error: <path d="M5 0.8 9.6 9.2 0.4 9.2Z" fill="currentColor" />,
  warning: <path d="M5 1.6 8.9 8.6 1.1 8.6Z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  notice: <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  info: <circle cx="5" cy="5" r="1.5" fill="currentColor" />,
  debug: <path d="M2.6 5h4.8" stroke="currentColor" strokeWidth="1.2" />,
};

/** How grave the source called the event. */
export function LevelMark({ level }: { readonly level: Level | undefined }) {
  if (level === undefined) return null;
  return (
    <span className={`fl-level fl-level-${level}`} title={level} role="img" aria-label={level}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden>
        {SHAPES[level]}
      </svg>
    </span>
  );
}
