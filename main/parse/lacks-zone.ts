import { BufferSource } from './buffer-source.ts';
import type { Head, Parser } from './parser.ts';
import { runParser } from './run-parser.ts';

/**
 * Whether the beginning of a file has times whose zone somebody has to say. A format that may leave it out often does
 * not, so its first records are read to see; `reference` is the file's modification time, ns.
 */
export function lacksZone(parser: Parser, { bytes, name }: Head, reference: bigint): boolean {
  if (parser.zone !== 'local') return false;
  const context = { name, zone: undefined, reference, options: undefined };
  const { account } = runParser(parser, new BufferSource(bytes), context, {
    batch: () => undefined,
    issues: () => undefined,
    position: () => undefined,
    check: () => undefined,
    due: () => false,
  });
  return account.zoneAssumed > 0;
}
