import { expect, it } from 'vitest';
import { bytesOf, costsOf, moneyText } from '#shared/entities/totals.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Impact } from '#shared/records/kinds/impact.ts';
import type { Transfer } from '#shared/records/kinds/transfer.ts';

const transfer = (more: Partial<Transfer>): Transfer => ({
  id: 'x' as RecordId,
  type: 'transfer',
  title: 'Contracts',
  state: 'left',
  standing: 'proven',
  events: [],
  ...more,
});
const impact = (more: Partial<Impact>): Impact => ({
  id: 'x' as RecordId,
  type: 'impact',
  title: 'Overtime',
  area: 'cost',
  standing: 'proven',
  ...more,
});

it('sums bytes by state, and says when that is only a lower bound', () => {
  const known = [transfer({ bytes: 5n }), transfer({ bytes: 7n }), transfer({ state: 'staged' })];
  expect(bytesOf(known, 'left')).toEqual({ bytes: 12n, atLeast: false, transfers: 2 });
  expect(bytesOf(known, 'staged')).toEqual({ bytes: 0n, atLeast: true, transfers: 1 });
  const more = [...known, transfer({ bytes: 1n, atLeast: true })];
  expect(bytesOf(more, 'left')).toEqual({ bytes: 13n, atLeast: true, transfers: 3 });
});

it('sums cost by currency; what has none is not summed', () => {
  const impacts = [
    impact({ cost: 100n, currency: 'SEK' }),
    impact({ cost: 124_050n, currency: 'EUR' }),
    impact({ cost: 1n, currency: 'EUR' }),
    impact({ cost: 9n }),
  ];
  expect([...costsOf(impacts)]).toEqual([
    ['EUR', 124_051n],
    ['SEK', 100n],
  ]);
  expect(moneyText('EUR', 124_051n)).toBe('EUR 1,240.51');
});
