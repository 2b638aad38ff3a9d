// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { entitySheet } from '#main/engine/export/entity-sheet.ts';
import type { EntitySheet, SheetDrawing } from '#shared/ipc/entities.ts';

const HOSTILE = '<script>alert(1)</script>" onload="x';

const movement: SheetDrawing = {
  kind: 'movement',
  title: 'First logons along time (UTC)',
  note: 'Two are left out.',
  width: 970,
  height: 100,
  left: 190,
  right: 950,
  top: 22,
  bottom: 80,
  ticks: [{ x: 300, label: '2026-05-12 12:00' }],
  lanes: [
    { y: 30, label: HOSTILE },
    { y: 50, label: 'DC1' },
  ],
  moves: [
    { x: 300, from: 30, to: 50, marked: true },
    { x: 310, from: 50, to: 30, marked: false },
  ],
};

const graph: SheetDrawing = { kind: 'graph', width: 100, height: 100, boxes: [], curves: [] };

const printed = (drawing: SheetDrawing, page: 'A4' | 'Letter'): Document => {
  const sheet: EntitySheet = {
    title: 'Logons between hosts',
    lead: '2 ways.',
    drawing,
    tables: [{ title: 'Ways', columns: [{ title: 'To', number: false }], rows: [['DC1']] }],
    notes: [],
  };
  const about = {
    title: sheet.title,
    case: { id: 'case', title: 'Lindholm' },
    page,
    landscape: true,
    printedAt: '2026-06-01 12:00',
  };
  return new DOMParser().parseFromString(entitySheet(sheet, about).html, 'text/html');
};

describe('a sheet of entities', () => {
  it('has the list first and the movement after it, whole on its page', () => {
    for (const page of ['A4', 'Letter'] as const) {
      const document = printed(movement, page);
      const [ways, drawn] = document.querySelectorAll('main > section');
      expect(ways?.querySelector('table')).not.toBeNull();
      expect(drawn?.querySelector('h2')?.textContent).toBe('First logons along time (UTC)');
      expect(drawn?.getAttribute('style')).toContain('break-inside:avoid');
      expect(drawn?.textContent).toContain('Two are left out.');
      expect(drawn?.querySelectorAll('svg path')).toHaveLength(4);
    }
  });

  it('has a graph above its list', () => {
    const order = [...printed(graph, 'A4').querySelectorAll('svg, table')];
    expect(order.map(({ localName }) => localName)).toEqual(['svg', 'table']);
  });

  it('writes names as text, whatever they hold', () => {
    const document = printed(movement, 'A4');
    expect(document.querySelectorAll('script, [onload]')).toHaveLength(0);
    expect(document.querySelector('svg')?.textContent).toContain(HOSTILE);
  });
});
