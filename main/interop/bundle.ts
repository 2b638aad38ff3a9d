import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { ZipFile } from 'yazl';
import { FailureError } from '#shared/model/result.ts';

/** What of a case folder travels. The event store does not: it is derived, and rebuilt where the bundle is opened. */
const TRAVELS = [
  'case.json',
  'heads.json',
  'ledger.jsonl',
  'work.jsonl',
  'evidence',
  'reports',
] as const;

/** What a log had after its last whole line when it was repaired; the ledger names these files. */
const TORN = /^(?:ledger|work)\.jsonl\.torn-\d+$/;

/** Already compressed or random; deflating them costs minutes and gains nothing. */
const STORED = /^evidence\//;

export interface BundleFile {
  /** Path inside the case folder, with forward slashes. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** The files of a case folder that a bundle carries, in a fixed order. Links and devices are left out. */
export async function bundleFiles(folder: string): Promise<readonly BundleFile[]> {
  const found: BundleFile[] = [];
  const visit = async (name: string): Promise<void> => {
    const path = join(folder, name);
    const stat = await lstat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (stat?.isDirectory() === true) {
      const entries = await readdir(path);
      for (const entry of entries.sort()) await visit(`${name}/${entry}`);
    } else if (stat?.isFile() === true) {
      found.push({ name, path, size: stat.size });
    }
  };
  const torn = (await readdir(folder)).filter((name) => TORN.test(name)).sort();
  for (const name of [...TRAVELS, ...torn]) await visit(name);
  return found;
}

export interface BundleProgress {
  (bytesDone: number, bytesTotal: number): void;
}

/**
 * Writes the case as one ZIP file (format: docs/format/bundle.md). It appears under its name only when whole.
 * @returns bytes written and their SHA-256
 * @throws FailureError cancelled
 */
export async function writeBundle(
  folder: string,
  path: string,
  signal: AbortSignal,
  progress: BundleProgress,
): Promise<{ readonly files: number; readonly bytes: number; readonly sha256: string }> {
  const files = await bundleFiles(folder);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const zip = new ZipFile();
  for (const file of files) {
    // Fixed time and mode: the same case gives the same bytes.
    zip.addFile(file.path, file.name, {
      compress: !STORED.test(file.name),
      mtime: new Date(315_532_800_000),
      mode: 0o100644,
    });
  }
  zip.end();
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(block: Buffer, _encoding, done) {
      hash.update(block);
      bytes += block.length;
      progress(Math.min(bytes, total), total);
      done(null, block);
    },
  });
  const temporary = `${path}.part`;
  try {
    await pipeline(zip.outputStream, meter, createWriteStream(temporary, { flush: true }), {
      signal,
    });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    if (signal.aborted) {
      throw new FailureError({
        code: 'cancelled',
        message: 'The bundle was cancelled; nothing was written.',
        subject: path,
      });
    }
    throw error;
  }
  return { files: files.length, bytes, sha256: hash.digest('hex') };
}
