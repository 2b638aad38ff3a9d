import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { FailureError } from '#shared/model/result.ts';
import type { Extent } from './extents.ts';
import { GROUP, GROUP_ENTRY, readLine, type Line } from './line-coding.ts';

const MAGIC = 'FLLINES2';
/** Magic and the identity that the database knows as well. */
export const FILE_HEAD = 64;

export const indexBytes = (rows: number): number => Math.ceil(rows / GROUP) * GROUP_ENTRY;

/** What an extent takes in the file: its index, its lines, its sketches. */
export const extentBytes = ({ rows, textBytes, sketchBytes }: Extent): number =>
  indexBytes(rows) + textBytes + sketchBytes;

/** The rows as the grid shows them, beside the database: any of them is two small reads. */
export class LinesFile {
  /** Where the next extent goes. */
  end = FILE_HEAD;

  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {}

  static async create(path: string, identity: string): Promise<LinesFile> {
    const file = await open(path, 'w+', 0o600);
    const head = Buffer.alloc(FILE_HEAD);
    head.write(`${MAGIC}${identity}`, 'latin1');
    await file.write(head, 0, FILE_HEAD, 0);
    await file.sync();
    return new LinesFile(file, path);
  }

  /** Undefined when it is absent, of another store, or ends before what the database counts on. */
  static async open(
    path: string,
    identity: string,
    extents: readonly Extent[],
  ): Promise<LinesFile | undefined> {
    const lines = await LinesFile.openWith('r+', path, identity, extents);
    if (lines === undefined) return undefined;
    // What a commit wrote that did not end is nobody's.
    const { size } = await lines.file.stat();
    if (size > lines.end) await lines.file.truncate(lines.end);
    return lines;
  }

  /** The same without a change to it: another process may be appending. */
  static openForReading(
    path: string,
    identity: string,
    extents: readonly Extent[],
  ): Promise<LinesFile | undefined> {
    return LinesFile.openWith('r', path, identity, extents);
  }

  private static async openWith(
    flags: 'r' | 'r+',
    path: string,
    identity: string,
    extents: readonly Extent[],
  ): Promise<LinesFile | undefined> {
    const end = extents.reduce(
      (last, extent) => Math.max(last, extent.position + extentBytes(extent)),
      FILE_HEAD,
    );
    const file = await open(path, flags).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (file === undefined) return undefined;
    const head = Buffer.alloc(FILE_HEAD);
    await file.read(head, 0, FILE_HEAD, 0);
    const whole = Buffer.alloc(FILE_HEAD);
    whole.write(`${MAGIC}${identity}`, 'latin1');
    const { size } = await file.stat();
    if (!head.equals(whole) || size < end) {
      await file.close();
      return undefined;
    }
    const lines = new LinesFile(file, path);
    lines.end = end;
    return lines;
  }

  /** Gives out room. A commit that fails leaves it unused. */
  claim(bytes: number): number {
    const position = this.end;
    this.end += bytes;
    return position;
  }

  async write(parts: readonly Buffer[], position: number): Promise<void> {
    let at = position;
    for (const part of parts) {
      for (let written = 0; written < part.length;) {
        const { bytesWritten } = await this.file.write(part, written, part.length - written, at);
        written += bytesWritten;
        at += bytesWritten;
      }
    }
  }

  /** Until this returned, what was written may be lost with the power. */
  sync(): Promise<void> {
    return this.file.datasync();
  }

  /** The lines of rows, in their order. Rows are with the extents that hold them. */
  async read(rows: readonly { readonly extent: Extent; readonly row: number }[]): Promise<Line[]> {
    const groups = new Map<string, Promise<Group>>();
    return Promise.all(
      rows.map(async ({ extent, row }) => {
        const number = Math.floor((row - extent.row) / GROUP);
        const key = `${extent.row}/${number}`;
        let group = groups.get(key);
        if (group === undefined) {
          group = this.group(extent, number);
          groups.set(key, group);
        }
        const { starts, bytes } = await group;
        const place = (row - extent.row) % GROUP;
        return readLine(bytes.subarray(starts[place], starts[place + 1]));
      }),
    );
  }

  /** The sketches of an extent, one after another. `into` has room for them. */
  async sketches(extent: Extent, into: Buffer): Promise<Buffer> {
    const bytes = into.subarray(0, extent.sketchBytes);
    const from = extent.position + indexBytes(extent.rows) + extent.textBytes;
    await this.fill(bytes, from);
    return bytes;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async group(extent: Extent, number: number): Promise<Group> {
    const last = number === Math.ceil(extent.rows / GROUP) - 1;
    const entry = Buffer.allocUnsafe(GROUP_ENTRY + (last ? 0 : 4));
    await this.fill(entry, extent.position + number * GROUP_ENTRY);
    const start = entry.readUInt32LE(0);
    const end = last ? extent.textBytes : entry.readUInt32LE(GROUP_ENTRY);
    if (end < start || end > extent.textBytes) throw this.damaged();
    const bytes = Buffer.allocUnsafe(end - start);
    await this.fill(bytes, extent.position + indexBytes(extent.rows) + start);
    if (crc32(bytes) !== entry.readUInt32LE(4)) throw this.damaged();
    const rows = Math.min(GROUP, extent.rows - number * GROUP);
    const starts = Array.from({ length: rows }, (_, i) => entry.readUInt32LE(8 + i * 4) - start);
    return { starts: [...starts, end - start], bytes };
  }

  private async fill(bytes: Buffer, position: number): Promise<void> {
    for (let filled = 0; filled < bytes.length;) {
      const { bytesRead } = await this.file.read(
        bytes,
        filled,
        bytes.length - filled,
        position + filled,
      );
      if (bytesRead === 0) throw this.damaged();
      filled += bytesRead;
    }
  }

  private damaged(): FailureError {
    return new DamagedLines(this.path);
  }
}

interface Group {
  readonly starts: readonly number[];
  readonly bytes: Buffer;
}

/** The store has to be made anew from evidence. */
export class DamagedLines extends FailureError {
  constructor(path: string) {
    super({
      code: 'case-damaged',
      message:
        'The stored rows of events are damaged on disk. Close the case and open it again: they will be read from the evidence anew.',
      subject: path,
    });
  }
}
