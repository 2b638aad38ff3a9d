import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, open, type ZipFile } from 'yauzl';
import { readerOf, type ContainerEnd, type Member } from './container.ts';
import type { ContainerLimits } from './limits.ts';

const ENCRYPTED = 1;

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names come as bytes and are only shown, so those that would be dangerous as paths need not be refused.
    open(
      path,
      {
        lazyEntries: true,
        autoClose: false,
        decodeStrings: false,
        validateEntrySizes: true,
      },
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
export async function* zipMembers(
  path: string,
  limits: ContainerLimits,
): AsyncGenerator<Member, ContainerEnd> {
  let zip: ZipFile;
  try {
    zip = await openZip(path);
  } catch (error) {
    return { trouble: `its directory cannot be read (${messageOf(error)})` };
  }
  try {
    for (let count = 0; ; count++) {
      let entry: Entry | undefined;
      try {
        entry = await nextEntry(zip);
      } catch (error) {
        return { trouble: `its directory is damaged after ${count} members (${messageOf(error)})` };
      }
      if (entry === undefined) return {};
      if (count >= limits.members)
        return { trouble: `it has more than ${limits.members} members; the rest was left out` };
      if (nameOf(entry).endsWith('/')) continue;
      yield memberOf(entry, await streamOf(zip, entry));
    }
  } finally {
    zip.close();
  }
}

type Opened = { readonly stream: Readable } | { readonly code: string; readonly why: string };

async function streamOf(zip: ZipFile, entry: Entry): Promise<Opened> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    return {
      code: 'encrypted',
      why: 'it is encrypted; unpack it with its password and add the files',
    };
  }
  try {
    return { stream: await contentOf(zip, entry) };
  } catch (error) {
    return { code: 'unreadable', why: `the archive cannot give it (${messageOf(error)})` };
  }
}

function memberOf(entry: Entry, opened: Opened): Member {
  const name = nameOf(entry);
  if (!('stream' in opened)) return { kind: 'refused', name, code: opened.code, why: opened.why };
  let crc = 0;
  let trouble: string | undefined;
  const inner = readerOf(opened.stream);
  return {
    kind: 'file',
    name,
    modifiedAt: entry.getLastModDate(),
    read: async (buffer) => {
      if (trouble !== undefined) return 0;
      try {
        const got = await inner(buffer);
        crc = crc32(buffer.subarray(0, got), crc);
        return got;
      } catch (error) {
        trouble = `its data are damaged (${messageOf(error)}); what came out until there is kept`;
        return 0;
      }
    },
    damage: () =>
      trouble ??
      (crc === entry.crc32 ? undefined : 'its checksum in the archive does not fit its bytes'),
  };
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) throw error;
  return error.message;
};
