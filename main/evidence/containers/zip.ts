import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReader, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { readerOf, type ContainerEnd, type Member } from './container.ts';
import { isPadding } from './padding.ts';
import { zipEnd } from './zip-end.ts';
import { ZipReader } from './zip-reader.ts';

const openZip = (path: string, size: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names come as bytes and are only shown, so those that would be dangerous as paths need not be refused. Sizes are
    // compared below, so that a member whose size is wrong is kept and does not hide those after it.
    fromRandomAccessReader(
      new ZipReader(path),
      size,
      { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false },
      (error, zip) => {
        if (error !== null) reject(error);
        else resolve(zip);
      },
    );
  });

const nextEntry = (zip: ZipFile): Promise<Entry | undefined> =>
  new Promise((resolve, reject) => {
    const done = (then: () => void): void => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      then();
    };
    zip.on('entry', (entry: Entry) => done(() => resolve(entry)));
    zip.on('end', () => done(() => resolve(undefined)));
    zip.on('error', (error: Error) => done(() => reject(error)));
    zip.readEntry();
  });

const contentOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) reject(error);
      else resolve(stream);
    });
  });

/** The members of a ZIP file, in the order of its directory. Names may repeat; folders are left out. */
export async function* zipMembers(path: string): AsyncGenerator<Member, ContainerEnd> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const end = (await zipEnd(file, size)) ?? size;
    let zip: ZipFile;
    try {
      zip = await openZip(path, end);
    } catch (error) {
      return { trouble: `its directory cannot be read (${messageOf(error)})` };
    }
    for (let count = 0; ; count++) {
      let entry: Entry | undefined;
      try {
        entry = await nextEntry(zip);
      } catch (error) {
        return { trouble: `its directory is damaged after ${count} members (${messageOf(error)})` };
      }
      if (entry === undefined) return await endOf(file, end, size);
      if (isFolder(entry)) continue;
      const opened = await openEntry(zip, entry);
      try {
        yield await memberOf(entry, opened);
      } finally {
        if ('stream' in opened) opened.stream.destroy();
      }
    }
  } finally {
    await file.close();
  }
}

/** What follows the archive in its file: nothing, zeros, or bytes that no member was made of. */
async function endOf(file: FileHandle, end: number, size: number): Promise<ContainerEnd> {
  const rest = size - end;
  if (rest === 0) return {};
  if (await isPadding(file, end)) return { padding: rest };
  return {
    trouble: `the archive ends before its file does; bytes after it: ${rest}`,
    unread: rest,
  };
}

type Opened = { readonly stream: Readable } | { readonly code: string; readonly why: string };

async function openEntry(zip: ZipFile, entry: Entry): Promise<Opened> {
  if (entry.isEncrypted()) {
    return {
      code: 'encrypted',
      why: 'it is encrypted; unpack it with its password and add the files',
    };
  }
  if (!entry.canDecodeFileData()) {
    const method = METHODS.get(entry.compressionMethod) ?? `method ${entry.compressionMethod}`;
    return {
      code: 'compression',
      why: `it is compressed with ${method}, which cannot be read here; unpack it and add the files`,
    };
  }
  try {
    return { stream: await contentOf(zip, entry) };
  } catch (error) {
    return { code: 'unreadable', why: `the archive cannot give it (${messageOf(error)})` };
  }
}

/** APPNOTE 4.4.5, those that are met. */
const METHODS: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'BZIP2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [98, 'PPMd'],
]);

async function memberOf(entry: Entry, opened: Opened): Promise<Member> {
  const name = nameOf(entry);
  if (!('stream' in opened)) return { kind: 'refused', name, code: opened.code, why: opened.why };
  if (isLink(entry)) {
    const target = await linkTarget(opened.stream);
    return { kind: 'refused', name, code: 'symlink', why: `it is a link to ${target}` };
  }
  return fileMember(name, entry, opened.stream);
}

function fileMember(name: string, entry: Entry, stream: Readable): Member {
  let crc = 0;
  let length = 0;
  let trouble: string | undefined;
  const inner = readerOf(stream);
  return {
    kind: 'file',
    name,
    // A time without a zone is taken as UTC: the zone of this machine says nothing about the one that packed it.
    modifiedAt: entry.getLastModDate({ timezone: 'UTC' }),
    read: async (buffer) => {
      if (trouble !== undefined) return 0;
      try {
        const got = await inner(buffer);
        crc = crc32(buffer.subarray(0, got), crc);
        length += got;
        return got;
      } catch (error) {
        trouble = `its data are damaged (${messageOf(error)}); what came out until there is kept`;
        return 0;
      }
    },
    damage() {
      if (trouble !== undefined) return trouble;
      if (length !== entry.uncompressedSize) {
        return `it has ${length} bytes where the archive says ${entry.uncompressedSize}`;
      }
      return crc === entry.crc32 ? undefined : 'its checksum in the archive does not fit its bytes';
    },
  };
}

const UNIX = new Set([3, 19]);
const modeOf = (entry: Entry): number =>
  UNIX.has(entry.versionMadeBy >>> 8) ? entry.externalFileAttributes >>> 16 : 0;

const isLink = (entry: Entry): boolean => (modeOf(entry) & 0xf000) === 0xa000;

const isFolder = (entry: Entry): boolean => {
  if (entry.uncompressedSize > 0) return false;
  return /[\\/]$/.test(nameOf(entry)) || (entry.externalFileAttributes & 0x10) !== 0;
};

/** The first bytes of a link's content, which is where it leads. */
async function linkTarget(stream: Readable): Promise<string> {
  const target = Buffer.alloc(4_096);
  try {
    const length = await readerOf(stream)(target);
    return target.toString('utf8', 0, length);
  } catch (error) {
    return `a place that cannot be read (${messageOf(error)})`;
  }
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) throw error;
  return error.message;
};
