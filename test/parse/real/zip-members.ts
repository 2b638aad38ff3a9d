import { promisify } from 'node:util';
import { buffer } from 'node:stream/consumers';
import { type Entry, type ZipFile, fromBuffer } from 'yauzl';

const opened = promisify((bytes: Buffer, done: (error: Error | null, zip: ZipFile) => void): void =>
  fromBuffer(bytes, { lazyEntries: true }, done),
);

/** Where the last part of an archive begins, and its length without the comment (APPNOTE.TXT 4.3.16). */
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;

/** The members of a ZIP archive by name, whole. Bytes after the archive, which some of them have, are left out. */
export async function zipMembers(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY) + END_LENGTH;
  const zip = await opened(bytes.subarray(0, end + bytes.readUInt16LE(end - 2)));
  const read = promisify(
    zip.openReadStream.bind(zip) as (
      entry: Entry,
      done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  );
  const members = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('end', resolve).on('error', reject);
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName.endsWith('/')) {
        zip.readEntry();
        return;
      }
      void read(entry)
        .then(buffer)
        .then((member) => {
          members.set(entry.fileName, member);
          zip.readEntry();
        }, reject);
    });
    zip.readEntry();
  });
  return members;
}
