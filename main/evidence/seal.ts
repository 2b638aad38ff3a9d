import { chmod, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseLayout } from '../casefile/case-layout.ts';
import { syncFolder } from '../casefile/durable-file.ts';
import type { Digests, Hasher, ReadInto } from './hasher.ts';

/** A copy of bytes in the case that has no name yet: it is hashed, on disk, and verified, but not sealed. */
export interface Incoming {
  readonly path: string;
  readonly digests: Digests;
}

export interface ReadProgress {
  readonly signal: AbortSignal;
  /** Bytes since the last call. */
  read(bytes: number): void;
}

/** What a file looked like before and after it was read. */
export class ChangedError extends Error {}

/** Opens a plain file without following a link that took its place. */
const openPlain = (path: string): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));

/**
 * Reads a file once: hashes it and, where `copyTo` is given, writes it there. The file must be the same before and
 * after, by size, time and identity.
 * @throws ChangedError, FailureError cancelled, the system's error
 */
export async function readFileOnce(
  hasher: Hasher,
  path: string,
  copyTo: string | undefined,
  progress: ReadProgress,
): Promise<Digests> {
  const source = await openPlain(path);
  try {
    const before = await source.stat({ bigint: true });
    if (!before.isFile()) throw new ChangedError('it is no longer a plain file');
    const digests = await hashAndCopy(
      hasher,
      async (buffer) => (await source.read(buffer, 0, buffer.length, null)).bytesRead,
      copyTo,
      progress,
    );
    const after = await source.stat({ bigint: true });
    const same =
      before.size === after.size &&
      before.mtimeNs === after.mtimeNs &&
      before.ctimeNs === after.ctimeNs;
    if (!same) {
      throw new ChangedError(
        'it changed while it was read; copy it first, or add it again when it is at rest',
      );
    }
    if (BigInt(digests.bytes) !== after.size) {
      throw new ChangedError(
        `${digests.bytes} bytes were read where its size says ${after.size}; copy it first, and add the copy`,
      );
    }
    return digests;
  } finally {
    await source.close();
  }
}

/** Hashes a stream and writes it, synced, to a new file. A failure leaves nothing behind. */
export async function hashAndCopy(
  hasher: Hasher,
  read: ReadInto,
  copyTo: string | undefined,
  progress: ReadProgress,
): Promise<Digests> {
  const { signal } = progress;
  if (copyTo === undefined) {
    return hasher.digest(read, {
      signal,
      block: (bytes) => Promise.resolve(progress.read(bytes.length)),
    });
  }
  const target = await open(copyTo, 'wx', 0o600);
  try {
    const digests = await hasher.digest(read, {
      signal,
      block: async (bytes) => {
        await writeAll(target, bytes);
        progress.read(bytes.length);
      },
    });
    await target.datasync();
    await target.close();
    return digests;
  } catch (error) {
    await target.close();
    await rm(copyTo, { force: true });
    throw error;
  }
}

/** A system may take less than it is given, and says why only when it is given the rest. */
async function writeAll(target: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await target.write(bytes, done, bytes.length - done)).bytesWritten;
  }
}

/** Reads the copy back and compares: what is sealed is what was read. */
export async function verifyCopy(
  hasher: Hasher,
  copy: Incoming,
  signal: AbortSignal,
): Promise<boolean> {
  const file = await open(copy.path, 'r');
  try {
    const again = await hasher.digest(
      async (buffer) => (await file.read(buffer, 0, buffer.length, null)).bytesRead,
      { signal },
    );
    return again.sha256 === copy.digests.sha256 && again.bytes === copy.digests.bytes;
  } finally {
    await file.close();
  }
}

/**
 * Puts a verified copy under its hash, unwritable. One that is there already, of a crash before it was recorded, is
 * replaced by the same bytes.
 */
export async function moveToVault(layout: CaseLayout, copy: Incoming): Promise<string> {
  const place = layout.vaultFile(copy.digests.sha256);
  const folder = dirname(place);
  await mkdir(folder, { recursive: true });
  await chmod(copy.path, 0o444);
  await rename(copy.path, place);
  await syncFolder(folder);
  await syncFolder(layout.evidence);
  return place;
}

/** A name for a copy that is being written; unique, and recognised as rubbish after a crash. */
export const incomingPath = (layout: CaseLayout, unique: string): string =>
  join(layout.incoming, unique);
