import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const linkMode = 0o120000;
const kindMask = 0o170000;

/**
 * Extracts a ZIP file, keeping modes and symbolic links. Names that would leave the folder are refused by the
 * reader (yauzl).
 * @param {string} zipFile
 * @param {string} folder
 * @param {(name: string) => string | undefined} place where an entry goes, relative to the folder; undefined leaves it out
 */
export async function unzip(zipFile, folder, place) {
  const yauzl = await import('yauzl');
  /** @type {import('yauzl').ZipFile} */
  const zip = await promisify(
    /** @type {(path: string, options: import('yauzl').Options, done: (error: Error | null, zip: import('yauzl').ZipFile) => void) => void} */ (
      yauzl.default.open
    ),
  )(zipFile, { lazyEntries: true });
  const openEntry = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (/** @type {import('yauzl').Entry} */ entry) => {
      const name = place(entry.fileName);
      if (name === undefined || entry.fileName.endsWith('/')) {
        zip.readEntry();
        return;
      }
      extract(entry, join(folder, name)).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });

  /**
   * @param {import('yauzl').Entry} entry
   * @param {string} target
   */
  async function extract(entry, target) {
    const mode = entry.externalFileAttributes >>> 16;
    mkdirSync(dirname(target), { recursive: true });
    const stream = await openEntry(entry);
    if ((mode & kindMask) === linkMode) {
      symlinkSync(String(await buffer(stream)), target);
      return;
    }
    await pipeline(stream, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
  }
}
