import type { ReactNode } from 'react';

/** Text that is cut where its cell ends; whole when the pointer rests on it. */
export const cut = (text: string): ReactNode => (
  <span className="fl-cut" title={text}>
    {text}
  </span>
);
