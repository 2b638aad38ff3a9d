import { describe, expect, it } from 'vitest';
import { causeRows, rowAtCursor } from '#renderer/screens/learning/causes/cause-rows.ts';
import { causeGroups } from '#shared/learning/cause-tree.ts';
import type { BoardLink } from '#shared/model/board.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Cause } from '#shared/records/kinds/cause.ts';
import { boardItem } from '../../work/example-ops.ts';

const items = ['a', 'b', 'c'].map((id) => boardItem(id, { title: id.toUpperCase() }));
const [a, b, c] = items.map(({ id }) => id);
if (a === undefined || b === undefined || c === undefined) throw new Error('three items');

const link = (from: typeof a, to: typeof a, kind: BoardLink['kind']): BoardLink => ({
  from,
  to,
  kind,
});
const cause = (id: string, more: Partial<Cause>): Cause => ({
  id: id as RecordId,
  type: 'cause',
  title: id,
  kind: 'root',
  standing: 'proven',
  rank: 'a0',
  ...more,
});

const causes = new Map(
  [cause('x', { enabled: c }), cause('y', { answers: 'x' as RecordId }), cause('z', {})].map(
    (one) => [one.id, one],
  ),
);

describe('causes as lines', () => {
  const groups = causeGroups(causes, [a, b, c]);

  it('stand under their item, which says what led to it, one level deeper for each why', () => {
    const links = [link(a, b, 'led-to'), link(b, c, 'enabled'), link(c, a, 'led-to')];
    expect(
      causeRows(groups, items, links).map((row) =>
        row.kind === 'item' ? `${row.title} < ${row.after}` : `${row.level} ${row.cause.title}`,
      ),
    ).toEqual(['B3 C < B2 B ← B1 A', '1 x', '2 y', 'The incident as a whole < ', '1 z']);
  });

  it('take no other link for a chain', () => {
    const [head] = causeRows(groups, items, [link(b, c, 'related'), link(a, c, 'same-as')]);
    expect(head?.kind === 'item' && head.after).toBe('');
  });

  it('keep the cursor on its cause wherever it stands', () => {
    const rows = causeRows(groups, items, []);
    expect(rowAtCursor(rows, { causeAt: 'y', causeRow: 0 })).toBe(2);
    expect(rowAtCursor(rows, { causeAt: 'gone', causeRow: 99 })).toBe(4);
    expect(rowAtCursor([], { causeRow: 3 })).toBe(0);
  });
});
