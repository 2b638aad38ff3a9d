import type { KeyboardEvent } from 'react';

const CONTROLS = 'button:enabled, a[href]';

const controlsIn = (part: Element | undefined): readonly HTMLElement[] => [
  ...(part?.querySelectorAll<HTMLElement>(CONTROLS) ?? []),
];

/**
 * Keys for a list whose items hold buttons: one tab stop however long it is. Up and down go between items, left and
 * right within one; Tab leaves.
 */
export function onRowKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const list = event.currentTarget;
  const { activeElement } = document;
  const rows = [...list.children].filter((item) => controlsIn(item).length > 0);
  const row = rows.findIndex((item) => item.contains(activeElement));
  const inRow = controlsIn(rows[row]);
  const column = inRow.findIndex((control) => control === activeElement);
  if (column < 0) return;
  const all = controlsIn(list);
  if (event.key === 'Tab') {
    // From its first or last control the browser goes on by itself.
    all.at(event.shiftKey ? 0 : -1)?.focus({ preventScroll: true });
    return;
  }
  if (event.shiftKey) return;
  const inRowAt = (at: number): HTMLElement | undefined => {
    const controls = controlsIn(rows[at]);
    return controls[Math.min(column, controls.length - 1)];
  };
  const next = {
    ArrowDown: inRowAt(row + 1),
    ArrowUp: inRowAt(row - 1),
    ArrowRight: inRow[column + 1],
    ArrowLeft: inRow[column - 1],
    Home: inRowAt(0),
    End: inRowAt(rows.length - 1),
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
