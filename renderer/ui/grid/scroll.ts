/**
 * Scrolling over more rows than a browser can make an element high. Up to MAX_SPACER pixels a row is where it
 * would be in a plain list; beyond that the scroll bar is scaled, and the position is kept in rows, so that wheel
 * and keys still move by rows while one pixel of the bar is many.
 */

/** Browsers clamp elements at 16 to 33 million pixels; half of the least is safe everywhere. */
export const MAX_SPACER = 8_000_000;

export interface Extent {
  readonly rows: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Pixels in which rows can be seen. */
  readonly viewport: number;
}

export interface ScrollMap {
  /** Height of the element that makes the scroll bar, in pixels. */
  readonly spacer: number;
  /** Rows that fit, with a fraction. */
  readonly fits: number;
  /** Largest position: the last row touches the lower edge. */
  readonly maxTop: number;
  /** True when one pixel of the bar is not one pixel of rows. */
  readonly scaled: boolean;
  /** Position (in rows, with a fraction) for a scrollTop in pixels. */
  topAt(scrollTop: number): number;
  scrollTopAt(top: number): number;
}

export function scrollMap({ rows, rowHeight, viewport }: Extent): ScrollMap {
  const full = rows * rowHeight;
  const scaled = full > MAX_SPACER;
  const spacer = scaled ? MAX_SPACER : full;
  const fits = viewport / rowHeight;
  const maxTop = Math.max(0, rows - fits);
  const maxScroll = Math.max(0, spacer - viewport);
  const rowsPerPixel = maxScroll === 0 ? 0 : maxTop / maxScroll;
  return {
    spacer,
    fits,
    maxTop,
    scaled,
    topAt: (scrollTop) =>
      scrollTop >= maxScroll ? maxTop : Math.max(0, Math.min(maxTop, scrollTop * rowsPerPixel)),
    scrollTopAt: (top) =>
      rowsPerPixel === 0 ? 0 : top >= maxTop ? maxScroll : Math.max(0, top / rowsPerPixel),
  };
}

/** The position moved by rows (a fraction is finer than a row), kept within the list. */
export const moveBy = (map: ScrollMap, top: number, rows: number): number =>
  Math.max(0, Math.min(map.maxTop, top + rows));

/** The least move that brings a row wholly into view. */
export function reveal(map: ScrollMap, top: number, row: number): number {
  if (row < top) return Math.max(0, Math.min(map.maxTop, row));
  if (row + 1 > top + map.fits) return Math.max(0, Math.min(map.maxTop, row + 1 - map.fits));
  return Math.max(0, Math.min(map.maxTop, top));
}

/** First and last row (inclusive) of which anything is in view, with some more on both sides; last < first when none. */
export function rowsInView(
  map: ScrollMap,
  top: number,
  rows: number,
  margin = 0,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor(top) - margin);
  const last = Math.min(rows - 1, Math.ceil(top + map.fits) - 1 + margin);
  return { first, last };
}
