import { describe, expect, it } from 'vitest';
import { movedPlace, shownColumns } from '#renderer/screens/learning/attack/matrix-entries.ts';
import { BUILT_IN_ATTACK } from '#shared/learning/attack-data.ts';
import { attackMatrix } from '#shared/learning/attack-matrix.ts';

const columns = attackMatrix(BUILT_IN_ATTACK, new Map(), false);
const ids = (unfolded: readonly string[]) =>
  shownColumns(columns, new Set(unfolded), () => true).map(({ entries }) =>
    entries.map(({ cell }) => cell.technique.id),
  );

describe('the matrix by keys', () => {
  it('folds sub-techniques until they are asked for', () => {
    const execution = columns.findIndex(({ tactic }) => tactic.name === 'Execution');
    expect(ids([])[execution]).not.toContain('T1059.001');
    const open = ids(['T1059'])[execution] ?? [];
    expect(open.slice(open.indexOf('T1059'), open.indexOf('T1059') + 3)).toEqual([
      'T1059',
      'T1059.001',
      'T1059.002',
    ]);
  });

  it('stays inside, and enters a shorter column at its last cell', () => {
    const shown = [3, 1, 5].map((length, n) => ({
      name: String(n),
      entries: shownColumns(columns, new Set(), () => true)[6]?.entries.slice(0, length) ?? [],
    }));
    const move = (row: number, column: number, key: string) =>
      movedPlace(shown, { row, column }, key);
    expect(move(2, 0, 'ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(move(0, 1, 'ArrowRight')).toEqual({ row: 0, column: 2 });
    expect(move(2, 0, 'ArrowDown')).toEqual({ row: 2, column: 0 });
    expect(move(0, 0, 'ArrowUp')).toEqual({ row: 0, column: 0 });
    expect(move(0, 0, 'ArrowLeft')).toBeUndefined();
    expect(move(4, 2, 'ArrowRight')).toBeUndefined();
    expect(move(0, 0, 'End')).toEqual({ row: 4, column: 2 });
    expect(move(4, 2, 'Home')).toEqual({ row: 0, column: 0 });
    expect(move(0, 2, 'PageDown')).toEqual({ row: 4, column: 2 });
    expect(move(0, 0, 'x')).toBeUndefined();
  });
});
