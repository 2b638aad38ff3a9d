import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Takes the focus where what had it is gone, so that keys go on working in what came instead. */
export function useFocusIfLost(frame: RefObject<HTMLElement | null>, selector: string): void {
  useEffect(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) {
      frame.current?.querySelector<HTMLElement>(selector)?.focus();
    }
  }, [frame, selector]);
}
