import { createReadStream, type ReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import type { ReadInto } from '../hasher.ts';
import { readerOf, type ContainerEnd, type Member } from './container.ts';
import { gzipHeader, LONGEST_HEADER, type GzipHeader } from './gzip-header.ts';
import { isPadding } from './padding.ts';

/** The name a gzip file would be unpacked to: `a.log.gz` → `a.log`, `b.tgz` → `b.tar`. */
export function unpackedName(name: string): string {
  const base = basename(name);
  if (/\.tgz$/i.test(base)) return base.replace(/\.tgz$/i, '.tar');
  const stem = base.replace(/\.(?:gz|gzip)$/i, '');
  return stem === '' || stem === base ? `${base}.unpacked` : stem;
}

/**
 * The one file in a gzip file (RFC 1952; several members follow one another as one file). A truncated or damaged one
 * gives what came out before, and says so.
 */
export async function* gzipMembers(
  path: string,
  name: string,
): AsyncGenerator<Member, ContainerEnd> {
  const file = await open(path, 'r');
  const parts = new GzipParts(file, path, (await file.stat()).size);
  try {
    const first = await parts.header();
    if (first === undefined) return { trouble: 'its gzip header is damaged' };
    yield {
      kind: 'file',
      name: first.name ?? unpackedName(name),
      ...(first.modifiedAt === undefined ? {} : { modifiedAt: first.modifiedAt }),
      read: (buffer) => parts.read(buffer),
      damage: () => parts.trouble,
    };
    return parts.end;
  } finally {
    parts.close();
    await file.close();
  }
}

/**
 * The members of a gzip file as one stream. Framing and checksums are read here and not by zlib, which would keep back
 * what it had made of the data when a checksum does not fit, and pass over what follows without a word.
 */
class GzipParts {
  trouble: string | undefined;
  /** Where the next header, or the data being inflated, begin. */
  private at = 0;
  private inflating: Inflating | undefined;
  private rest: Omit<ContainerEnd, 'trouble'> = {};
  private done = false;

  constructor(
    private readonly file: FileHandle,
    private readonly path: string,
    private readonly size: number,
  ) {}

  get end(): ContainerEnd {
    return { ...this.rest, ...(this.trouble === undefined ? {} : { trouble: this.trouble }) };
  }

  async header(): Promise<GzipHeader | undefined> {
    const bytes = Buffer.alloc(Math.min(LONGEST_HEADER, this.size - this.at));
    const { bytesRead } = await this.file.read(bytes, 0, bytes.length, this.at);
    return gzipHeader(bytes.subarray(0, bytesRead));
  }

  async read(buffer: Uint8Array): Promise<number> {
    while (!this.done) {
      const inflating = this.inflating ?? (await this.begin());
      if (inflating === undefined) break;
      let got: number;
      try {
        got = await inflating.read(buffer);
      } catch (error) {
        this.stop(describe(error), this.size - this.at - inflating.consumed);
        break;
      }
      if (got > 0) {
        inflating.add(buffer.subarray(0, got));
        return got;
      }
      await this.finish(inflating);
    }
    return 0;
  }

  close(): void {
    this.inflating?.close();
    this.inflating = undefined;
  }

  /** Undefined when no further member follows. */
  private async begin(): Promise<Inflating | undefined> {
    const header = this.at < this.size ? await this.header() : undefined;
    if (header !== undefined) {
      this.at += header.length;
      this.inflating = new Inflating(this.path, this.at);
      return this.inflating;
    }
    const left = this.size - this.at;
    if (left > 0 && (await isPadding(this.file, this.at))) this.rest = { padding: left };
    else if (left > 0) this.stop(`${left} bytes follow the gzip data and are not gzip`, left);
    this.done = true;
    return undefined;
  }

  private async finish(inflating: Inflating): Promise<void> {
    this.at += inflating.consumed;
    this.close();
    const trailer = Buffer.alloc(8);
    const { bytesRead } = await this.file.read(trailer, 0, 8, this.at);
    this.at += bytesRead;
    if (bytesRead < 8) return this.stop('the gzip data end before their checksum', bytesRead);
    if (
      trailer.readUInt32LE(0) !== inflating.crc ||
      trailer.readUInt32LE(4) !== inflating.length % 2 ** 32
    ) {
      this.trouble ??= 'its checksum in the gzip file does not fit its bytes';
    }
  }

  private stop(trouble: string, unread: number): void {
    this.trouble ??= trouble;
    this.rest = { unread };
    this.done = true;
    this.close();
  }
}

/** The deflated data of one member. */
class Inflating {
  crc = 0;
  length = 0;
  readonly read: ReadInto;
  private readonly source: ReadStream;
  private readonly inflate: InflateRaw;

  constructor(path: string, start: number) {
    this.source = createReadStream(path, { start });
    this.inflate = createInflateRaw();
    this.source.on('error', (error) => this.inflate.destroy(error));
    this.read = readerOf(this.source.pipe(this.inflate));
  }

  /** Bytes of the file that are the member's data, known at the end of it. */
  get consumed(): number {
    return this.inflate.bytesWritten;
  }

  add(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
    this.length += bytes.length;
  }

  close(): void {
    this.source.destroy();
    this.inflate.destroy();
  }
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'Z_BUF_ERROR':
      return 'the gzip data end too early; what came out until there is kept';
    case 'Z_DATA_ERROR':
      return 'the gzip data are damaged; what came out until there is kept';
    default:
      throw error;
  }
}
