import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SLOT_BYTES, SLOTS } from '#main/evidence/hash-protocol.ts';
import { type Digests, Hasher, type ReadInto } from '#main/evidence/hasher.ts';
import { FailureError } from '#shared/model/result.ts';
import { bundled } from '#test/casefile/bundled.ts';
import { sharedHasher } from './shared-hasher.ts';

const hasher = sharedHasher();
const folder = mkdtempSync(join(tmpdir(), 'fireline-hasher-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hex = (name: string, bytes: Uint8Array): string =>
  createHash(name).update(bytes).digest('hex');

const oneShot = (bytes: Uint8Array) => ({
  sha256: hex('sha256', bytes),
  sha1: hex('sha1', bytes),
  md5: hex('md5', bytes),
  bytes: bytes.length,
});

/** Gives `bytes` in pieces of at most `piece`. */
function reader(bytes: Uint8Array, piece = Number.POSITIVE_INFINITY): ReadInto {
  let at = 0;
  return (buffer) => {
    const taken = Math.min(piece, buffer.length, bytes.length - at);
    buffer.set(bytes.subarray(at, at + taken));
    at += taken;
    return Promise.resolve(taken);
  };
}

async function digestFile(path: string): Promise<Digests> {
  const file = await open(path, 'r');
  try {
    return await hasher().digest(
      async (buffer) => (await file.read(buffer, 0, buffer.length, null)).bytesRead,
    );
  } finally {
    await file.close();
  }
}

describe('digests', () => {
  const ring = SLOT_BYTES * SLOTS;
  const sizes = [
    0,
    1,
    63,
    64,
    SLOT_BYTES - 1,
    SLOT_BYTES,
    SLOT_BYTES + 1,
    2 * SLOT_BYTES,
    ring - 1,
    ring,
    ring + 1,
    3 * ring + 12_345,
  ];

  it.each(sizes)('of %i bytes are those of node:crypto in one go', async (size) => {
    const bytes = randomBytes(size);
    expect(await hasher().digest(reader(bytes))).toEqual(oneShot(bytes));
  });

  it('do not depend on how the bytes arrive', async () => {
    const bytes = randomBytes(2 * SLOT_BYTES + 77);
    for (const piece of [1_000, 65_536, 1_048_577]) {
      expect(await hasher().digest(reader(bytes, piece))).toEqual(oneShot(bytes));
    }
  });

  it('are those that sha256sum, sha1sum and md5sum print', async () => {
    const path = join(folder, 'evidence.bin');
    writeFileSync(path, randomBytes(SLOT_BYTES * (SLOTS + 3) + 999));
    const printed = (program: string): string =>
      execFileSync(program, ['--', path], { encoding: 'utf8' }).slice(0, 128).split(' ')[0] ?? '';
    const { sha256, sha1, md5 } = await digestFile(path);
    expect({ sha256, sha1, md5 }).toEqual({
      sha256: printed('sha256sum'),
      sha1: printed('sha1sum'),
      md5: printed('md5sum'),
    });
  });

  it('of streams asked for at once are kept apart', async () => {
    const many = Array.from({ length: 6 }, (_, n) => randomBytes(n * SLOT_BYTES + n));
    const found = await Promise.all(many.map((bytes) => hasher().digest(reader(bytes, 300_000))));
    expect(found).toEqual(many.map(oneShot));
  });

  it('give every block once, in order', async () => {
    const bytes = randomBytes(SLOT_BYTES * (SLOTS + 2) + 5);
    const blocks: Buffer[] = [];
    await hasher().digest(reader(bytes, 400_000), {
      block: (block) => {
        blocks.push(Buffer.from(block));
        return Promise.resolve();
      },
    });
    expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
  });
});

describe('a stream that fails', () => {
  /** Fails after some slots are with the workers. */
  const failing = (cause: Error, after: number): ReadInto => {
    let reads = 0;
    return (buffer) =>
      reads++ === after ? Promise.reject(cause) : Promise.resolve(buffer.fill(7).length);
  };

  it('fails with its own error, and the next digest is not that of its bytes', async () => {
    const next = randomBytes(5 * SLOT_BYTES + 3);
    for (const after of [1, 2, 5, SLOTS + 4]) {
      const error = new Error('the disk is gone');
      const both = await Promise.allSettled([
        hasher().digest(failing(error, after)),
        hasher().digest(reader(next)),
      ]);
      expect(both[0]).toMatchObject({ status: 'rejected', reason: error });
      expect(both[1]).toEqual({ status: 'fulfilled', value: oneShot(next) });
    }
  });

  it('because it is cancelled says so, and what follows is right', async () => {
    const controller = new AbortController();
    const endless: ReadInto = (buffer) => Promise.resolve(buffer.fill(1).length);
    let blocks = 0;
    const cancelled = hasher().digest(endless, {
      signal: controller.signal,
      block: () => {
        if (++blocks === 20) controller.abort();
        return Promise.resolve();
      },
    });
    await expect(cancelled).rejects.toBeInstanceOf(FailureError);
    await expect(cancelled).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    const bytes = randomBytes(2 * SLOT_BYTES);
    expect(await hasher().digest(reader(bytes))).toEqual(oneShot(bytes));
  });

  it('because a thread died says so, and the next one has threads again', async () => {
    const worker = join(folder, 'dying-worker.mjs');
    writeFileSync(
      worker,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', () => process.exit(3));`,
    );
    const dying = new Hasher(worker);
    const endless: ReadInto = (buffer) => Promise.resolve(buffer.fill(1).length);
    await expect(dying.digest(endless)).rejects.toThrow('hash worker ended by itself');
    await expect(dying.digest(endless)).rejects.toThrow('hash worker ended by itself');
    await dying.close();
  });

  it('or was closed starts its threads again', async () => {
    const file = await bundled('main/evidence/hash-worker.ts', 'hash-worker');
    const other = new Hasher(file);
    const bytes = randomBytes(2 * SLOT_BYTES);
    expect(await other.digest(reader(bytes))).toEqual(oneShot(bytes));
    await other.close();
    expect(await other.digest(reader(bytes))).toEqual(oneShot(bytes));
    await other.close();
  });
});
