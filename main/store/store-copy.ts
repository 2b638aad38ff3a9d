import { constants } from 'node:fs';
import { copyFile, mkdtemp, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FailureError } from '#shared/model/result.ts';

/** The main header of a DuckDB file and its two database headers, of which the one with the higher count is in force. */
const HEADERS = 3 * 4_096;
const ATTEMPTS = 20;
const PAUSE_MS = 250;

const PREFIX = 'fireline-events-';
const ABANDONED_MS = 3_600_000;

/** A copy of a database file that lies in a folder of its own. */
export interface DatabaseCopy {
  readonly path: string;
  /** When it was taken, milliseconds since 1970. */
  readonly takenAt: number;
  readonly remove: () => Promise<void>;
}

/**
 * Copies a DuckDB file with its log of changes while another process writes to it, in a state that it had as a whole.
 *
 * DuckDB never overwrites what the header in force refers to: a checkpoint writes to free blocks and then, last, the
 * other header, with a higher count. Between checkpoints commits are only appended to the log, and the blocks that they
 * name are in the file before the log names them. So a beginning of the log, then the file, both copied while no header
 * changed, are what a crash at the moment of the log's copy would have left. A copy during which a header changed is
 * thrown away and taken again; what else could be torn (a block whose unused part is being filled) fails DuckDB's own
 * checksum when it is read.
 * @throws FailureError disk-full, io; not-found when there is none
 */
export async function copyDatabase(
  path: string,
  clock: () => number = Date.now,
): Promise<DatabaseCopy> {
  await removeAbandoned();
  await checkRoom(path);
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const copy = join(folder, basename(path));
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await sleep(PAUSE_MS);
      const before = await headersOf(path);
      const takenAt = clock();
      await copyBeginning(`${path}.wal`, `${copy}.wal`);
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
      if (before.equals(await headersOf(path))) return { path: copy, takenAt, remove };
    }
    throw new FailureError({
      code: 'io',
      message: 'The other process changes the event store too often to copy it: try again later.',
      subject: path,
    });
  } catch (error) {
    await remove();
    throw error;
  }
}

async function headersOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADERS);
    await file.read(bytes, 0, HEADERS, 0);
    return bytes;
  } finally {
    await file.close();
  }
}

/** As much of an append-only file as it had when asked; nothing where it is absent. */
async function copyBeginning(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  const source = await open(from, 'r').catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (source === undefined) return;
  const target = await open(to, 'wx', 0o600);
  try {
    const { size } = await source.stat();
    const buffer = Buffer.allocUnsafe(1_048_576);
    for (let at = 0; at < size;) {
      const wanted = Math.min(buffer.length, size - at);
      const { bytesRead } = await source.read(buffer, 0, wanted, at);
      // It was cut meanwhile, which a checkpoint does: the headers tell.
      if (bytesRead === 0) return;
      await target.write(buffer, 0, bytesRead, at);
      at += bytesRead;
    }
  } finally {
    await target.close();
    await source.close();
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function checkRoom(path: string): Promise<void> {
  const { size } = await stat(path);
  const { bavail, bsize } = await statfs(tmpdir());
  if (size * 1.1 <= bavail * bsize) return;
  const megabytes = (bytes: number): string => Math.ceil(bytes / 1e6).toLocaleString('en');
  throw new FailureError({
    code: 'disk-full',
    message: `A copy of the event store takes ${megabytes(size * 1.1)} MB, and ${tmpdir()} has ${megabytes(bavail * bsize)} MB.`,
    subject: tmpdir(),
  });
}

/** Copies whose process was killed; a live one of another machine's number space is spared for an hour. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const since = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - since > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
