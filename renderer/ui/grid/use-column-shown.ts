import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Scrolls sideways when the cursor goes to a cell of a column that is out of view. */
export function useColumnShown(
  scroller: RefObject<HTMLElement | null>,
  cell: string,
  column: number,
): void {
  const before = useRef(column);
  useEffect(() => {
    if (before.current === column) return;
    before.current = column;
    const frame = scroller.current;
    const shown = document.getElementById(cell);
    if (frame === null || shown === null) return;
    const { left } = frame.getBoundingClientRect();
    const box = shown.getBoundingClientRect();
    const beyond = box.right - (left + frame.clientWidth);
    // A cell wider than the list is shown from its beginning.
    if (beyond > 0) frame.scrollBy({ left: Math.min(beyond, box.left - left) });
    else if (box.left < left) frame.scrollBy({ left: box.left - left });
  }, [scroller, cell, column]);
}
