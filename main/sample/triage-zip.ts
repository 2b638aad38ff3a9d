import { ZipFile } from 'yazl';
import { COLLECTED } from './calendar.ts';

export interface ZipMember {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * A triage collection as one ZIP file. Members are stored, not compressed, and their times are written as a clock
 * on the wall shows them: so its bytes depend neither on a version of zlib nor on the zone of this machine.
 */
export async function triageZip(members: readonly ZipMember[]): Promise<Buffer> {
  const zip = new ZipFile();
  const utc = new Date(COLLECTED);
  const mtime = new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
  );
  for (const { path, bytes } of members)
    zip.addBuffer(bytes, path, { compress: false, mtime, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** What the collecting tool wrote while it worked; a plain text log. */
export const collectionLog = (host: string, members: readonly ZipMember[]): Buffer =>
  Buffer.from(
    [
      `2026-05-14 05:41:02 collection of ${host} begins, operator k.nyberg`,
      ...members.map(
        ({ path, bytes }, n) =>
          `2026-05-14 05:41:${String(10 + n * 4).padStart(2, '0')} copied ${path} (${bytes.length} bytes)`,
      ),
      `2026-05-14 05:42:00 collection of ${host} ends, ${members.length} files`,
      '',
    ].join('\n'),
  );
