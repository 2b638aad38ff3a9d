import { amountText } from '../model/money.ts';
import type { Impact } from '../records/kinds/impact.ts';
import type { Transfer } from '../records/kinds/transfer.ts';

/** Bytes of transfers, and whether the sum is only a lower bound. */
export interface ByteTotal {
  readonly bytes: bigint;
  readonly atLeast: boolean;
  readonly transfers: number;
}

/** The sum of a state's transfers. One whose size nobody knows makes the sum a lower bound. */
export function bytesOf(transfers: readonly Transfer[], state: Transfer['state']): ByteTotal {
  const own = transfers.filter((transfer) => transfer.state === state);
  return {
    bytes: own.reduce((sum, { bytes }) => sum + (bytes ?? 0n), 0n),
    atLeast: own.some(({ bytes, atLeast }) => bytes === undefined || atLeast === true),
    transfers: own.length,
  };
}

/** Cost by currency, in hundredths, the currency's code rising. */
export function costsOf(impacts: readonly Impact[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { cost, currency } of impacts) {
    if (cost === undefined || currency === undefined) continue;
    sums.set(currency, (sums.get(currency) ?? 0n) + cost);
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Hundredths as money: `EUR 1,240.50`. */
export const moneyText = (currency: string, hundredths: bigint): string =>
  `${currency} ${amountText(hundredths)}`;
