import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Sha256 } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import type { ByteSource } from '../parse/parser.ts';

const CHUNK = 4 * 2 ** 20;

export const sha256Of = (bytes: Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

/**
 * SHA-256 of a whole file. `read` is told of the bytes as they are read.
 * @throws the system's error, or FailureError cancelled
 */
export async function fileDigest(
  path: string,
  options: { readonly signal?: AbortSignal; readonly read?: (bytes: number) => void } = {},
): Promise<{ readonly sha256: Sha256; readonly size: number }> {
  const handle = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafeSlow(CHUNK);
    let size = 0;
    for (;;) {
      if (options.signal?.aborted === true) {
        throw new FailureError({ code: 'cancelled', message: 'Verification was cancelled.' });
      }
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, size);
      if (bytesRead === 0) return { sha256: hash.digest('hex') as Sha256, size };
      hash.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
      options.read?.(bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a byte range; undefined when the source ends before it does. */
export function rangeDigest(
  source: ByteSource,
  offset: number,
  length: number,
): Sha256 | undefined {
  if (offset + length > source.size) return undefined;
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafeSlow(Math.min(CHUNK, Math.max(length, 1)));
  for (let done = 0; done < length;) {
    const part = chunk.subarray(0, Math.min(chunk.length, length - done));
    const read = source.read(offset + done, part);
    if (read === 0) return undefined;
    hash.update(part.subarray(0, read));
    done += read;
  }
  return hash.digest('hex') as Sha256;
}
