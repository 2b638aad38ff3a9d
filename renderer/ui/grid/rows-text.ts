import type { AccessibleText } from '#renderer/ui/accessible-text.ts';
import { countOf } from '#renderer/ui/number-text.ts';

/** The rows of a grid that are drawn now, a row a line, each cell after the name of its column. */
export function rowsText(grid: HTMLElement, label: string, rowCount: number): AccessibleText {
  const titles = [...grid.querySelectorAll('[role=columnheader]')].map(textOf);
  const rows = [...grid.querySelectorAll('.fl-grid-row')]
    .map((row) => ({
      at: Number(row.getAttribute('aria-rowindex')) - 1,
      cells: [...row.querySelectorAll('[role=gridcell]')].map(textOf),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, cells }) => {
      const told = cells.flatMap((cell, index) =>
        cell === '' ? [] : [[titles[index], cell].filter(Boolean).join(' ')],
      );
      return `${at}. ${told.join('; ')}`;
    });
  const head = `${label}: ${countOf(rowCount, 'row')}; here are those in view and just beyond.`;
  return { title: `${label} as text`, text: [head, '', ...rows].join('\n') };
}

/** What is written, or what a picture is called. */
function textOf(element: Element): string {
  const named = [...element.querySelectorAll('[aria-label]:not(button)')].map(
    (part) => part.getAttribute('aria-label') ?? '',
  );
  return [element.textContent.replace(/\s+/g, ' ').trim(), ...named].filter(Boolean).join(' ');
}
