import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

interface CardWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Pixels from the top of one card to that of the next. */
  readonly step: number;
  /** The card that has the cursor, kept in view; negative for none. */
  readonly at: number;
}

/** Cards that are drawn: those in view and some beyond. */
interface CardWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly onScroll: () => void;
}

const BEYOND = 4;

/** Which of many cards of one height to draw. */
export function useCardWindow({ scroller, count, step, at }: CardWindowOptions): CardWindow {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  const last = useRef(-1);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || height === 0 || at < 0 || at === last.current) return;
    last.current = at;
    const above = at * step;
    if (above < element.scrollTop) element.scrollTo({ top: above });
    else if (above + step > element.scrollTop + height) {
      element.scrollTo({ top: above + step - height });
    }
  }, [scroller, at, step, height]);
  const first = Math.max(0, Math.floor(top / step) - BEYOND);
  return {
    first: Math.min(first, Math.max(0, count - 1)),
    end: Math.min(count, Math.ceil((top + height) / step) + BEYOND),
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
  };
}
