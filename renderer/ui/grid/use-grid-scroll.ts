import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { moveBy, scrollMap } from './scroll.ts';
import type { ScrollMap } from './scroll.ts';

interface GridScrollOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly rowHeight: number;
  /** Pixels at the upper edge that the sticky head covers. */
  readonly headHeight: number;
  /** Position in rows; the caller keeps it. */
  readonly top: number;
  readonly onTop: (top: number) => void;
}

export interface GridScroll {
  readonly map: ScrollMap;
  /** Where a row's upper edge is within the spacer, in pixels. */
  readonly yOf: (row: number) => number;
}

const LINE_PX = 16;

/** Ties a position in rows to the element's scroll bar, in both directions. */
export function useGridScroll(options: GridScrollOptions): GridScroll {
  const { scroller, rows, rowHeight, headHeight, top, onTop } = options;
  const [viewport, setViewport] = useState(0);
  const map = scrollMap({ rows, rowHeight, viewport });
  /** scrollTop as last set from `top`: a scroll event that reports it is our own. */
  const own = useRef(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => setViewport(Math.max(0, element.clientHeight - headHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, headHeight]);

  const wanted = map.scrollTopAt(Math.min(top, map.maxTop));
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || viewport === 0) return;
    if (Math.abs(element.scrollTop - wanted) >= 1) element.scrollTo({ top: wanted });
    own.current = element.scrollTop;
  }, [scroller, wanted, viewport]);

  const scrolled = useEffectEvent((scrollTop: number) => {
    if (Math.abs(scrollTop - own.current) < 1) return;
    own.current = scrollTop;
    onTop(map.topAt(scrollTop));
  });
  const wheeled = useEffectEvent((event: WheelEvent) => {
    if (!map.scaled || event.ctrlKey || event.deltaY === 0 || event.shiftKey) return;
    event.preventDefault();
    const pixels =
      event.deltaMode === WheelEvent.DOM_DELTA_PIXEL
        ? event.deltaY
        : event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : viewport);
    onTop(moveBy(map, top, pixels / rowHeight));
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onScroll = (): void => scrolled(element.scrollTop);
    const onWheel = (event: WheelEvent): void => wheeled(event);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller]);

  const shown = Math.min(top, map.maxTop);
  return {
    map,
    // In a plain list the browser's own scrolling places rows; scaled, they are placed around the position.
    yOf: (row) => (map.scaled ? wanted + (row - shown) * rowHeight : row * rowHeight),
  };
}
