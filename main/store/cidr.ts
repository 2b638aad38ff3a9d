import { isIP } from 'node:net';
import type { Params } from './params.ts';

/**
 * `10.0.0.0/8` as a condition on a column of address texts; undefined when the text is no IPv4 network. An address
 * that is not IPv4 text is outside every one.
 */
export function cidrCondition(
  expression: string,
  text: string,
  params: Params,
): string | undefined {
  const [address = '', bitsText = '', ...more] = text.split('/');
  const bits = Number(bitsText);
  if (more.length > 0 || bitsText === '' || isIP(address) !== 4) return undefined;
  if (!Number.isInteger(bits) || bits < 0 || bits > 32) return undefined;
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - bits);
  const low = Math.floor(number / size) * size;
  const part = (n: number): string => `try_cast(split_part(${expression}, '.', ${n}) AS BIGINT)`;
  const value = `((${part(1)} * 256 + ${part(2)}) * 256 + ${part(3)}) * 256 + ${part(4)}`;
  return `(${value} BETWEEN ${params.add(BigInt(low))} AND ${params.add(BigInt(low + size - 1))})`;
}
