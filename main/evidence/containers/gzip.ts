import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { basename } from 'node:path';
import type { ReadInto } from '../hasher.ts';
import { readerOf, type ContainerEnd, type Member } from './container.ts';

/** The name a gzip file would be unpacked to: `a.log.gz` → `a.log`, `b.tgz` → `b.tar`. */
export function unpackedName(name: string): string {
  const base = basename(name);
  if (/\.tgz$/i.test(base)) return base.replace(/\.tgz$/i, '.tar');
  const stem = base.replace(/\.(?:gz|gzip)$/i, '');
  return stem === '' || stem === base ? `${base}.unpacked` : stem;
}

/**
 * The one file in a gzip file (RFC 1952; several members follow one another as one file). A truncated or damaged one
 * gives what came out before, and says so.
 */
export async function* gzipMembers(
  path: string,
  name: string,
): AsyncGenerator<Member, ContainerEnd> {
  let trouble: string | undefined;
  const stream = createReadStream(path).pipe(createGunzip());
  const inner = readerOf(stream);
  const read: ReadInto = async (buffer) => {
    if (trouble !== undefined) return 0;
    try {
      return await inner(buffer);
    } catch (error) {
      trouble = describe(error);
      return 0;
    }
  };
  yield { kind: 'file', name: unpackedName(name), read, damage: () => trouble };
  return trouble === undefined ? {} : { trouble };
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'Z_BUF_ERROR':
      return 'the gzip data end too early; what came out until there is kept';
    case 'Z_DATA_ERROR':
      return 'the gzip data are damaged or followed by something else; what came out until there is kept';
    default:
      throw error;
  }
}
