import { describe, expect, it } from 'vitest';
import { cells, type GridCell, type Row } from '#shared/report/content/block.ts';
import { text } from '#shared/report/content/inline.ts';
import { gridWidths } from '#shared/report/content/grid-widths.ts';
import { withoutSpareColumns } from '#shared/report/content/spare-columns.ts';
import { isShort, staysWithNext } from '#shared/report/content/table-breaks.ts';

const columns = [
  { title: 'Name', kind: 'text', width: 40 },
  { title: 'Notes', kind: 'text', width: 40 },
  { title: 'State', kind: 'text', width: 20 },
] as const;
const row = (...said: string[]): Row =>
  cells(...said.map((one) => (one === '' ? [] : [text(one)])));
const remark = (detail: boolean): Row => ({ kind: 'remark', text: [text('x')], detail });

describe('a table as it is printed', () => {
  it('has no column in which no row says anything, and the others its width', () => {
    const table = { columns, rows: [row('a', '', 'open'), remark(false), row('b', '', '')] };
    const shown = withoutSpareColumns(table);
    expect(shown.columns.map(({ title }) => title)).toEqual(['Name', 'State']);
    expect(shown.columns.map(({ width }) => Math.round(width ?? 0))).toEqual([67, 33]);
    expect(shown.rows[0]).toEqual(row('a', 'open'));
    expect(shown.rows[1]).toEqual(remark(false));
  });

  it('stays as it is when every column says something, or there is no row', () => {
    const full = { columns, rows: [row('a', 'n', ''), row('b', '', 'open')] };
    expect(withoutSpareColumns(full)).toBe(full);
    const none = { columns, rows: [] };
    expect(withoutSpareColumns(none)).toBe(none);
    const unnamed = { columns, rows: [row('', 'n', 'open')] };
    expect(withoutSpareColumns(unnamed)).toBe(unnamed);
  });

  it('is one piece when it is short, and leaves no row alone on a page when it is long', () => {
    expect(isShort({ rows: Array.from({ length: 6 }, () => row('a', 'b', 'c')) })).toBe(true);
    expect(isShort({ rows: [row('a'.repeat(901))] })).toBe(false);
    const rows = [remark(false), ...Array.from({ length: 8 }, () => row('a')), remark(true)];
    const stays = rows.map((_, n) => staysWithNext(rows, n));
    expect(stays).toEqual([true, ...Array.from({ length: 7 }, () => false), true, false]);
    const last = Array.from({ length: 8 }, () => row('a'));
    expect(last.map((_, n) => staysWithNext(last, n)).indexOf(true)).toBe(6);
    const long = [...last, row('a'.repeat(701))];
    expect(staysWithNext(long, 7)).toBe(false);
  });
});

const cell = (said: string, span = 1): GridCell => ({
  heading: false,
  columns: span,
  rows: 1,
  blocks: [{ kind: 'paragraph', text: [text(said)] }],
});

describe('a table that the analyst wrote', () => {
  it('gives a date the room it needs beside a long text', () => {
    const rows = [
      [cell('Decision needed'), cell('By whom'), cell('By when')],
      [
        cell('Tell the customers named in the contracts now, or later'),
        cell('Sara Holm'),
        cell('29 May 2026'),
      ],
    ];
    const [decision = 0, who = 0, when = 0] = gridWidths(rows);
    expect(decision + who + when).toBeCloseTo(100, 0);
    expect(when).toBeGreaterThan(14);
    expect(decision).toBeGreaterThan(60);
  });

  it('has columns of one width where a cell spans some of them', () => {
    expect(gridWidths([[cell('a', 2)], [cell('b'), cell('c')]])).toEqual([]);
  });
});
