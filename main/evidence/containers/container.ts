import type { ReadInto } from '../hasher.ts';

/** A member of a container, as met: its bytes can be read once, before the next member is asked for. */
export type Member =
  | {
      readonly kind: 'file';
      /** As the container writes it. Text only: it is never used as a path. */
      readonly name: string;
      readonly modifiedAt?: Date;
      readonly read: ReadInto;
      /** What is wrong with it as the container gives it; asked after its bytes were read. */
      damage(): string | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly name: string;
      readonly code: string;
      readonly why: string;
    };

/** How a container ended: whole, or why something of it may be missing. */
export interface ContainerEnd {
  readonly trouble?: string;
  /** Bytes of the container that nothing could be made of; all of it when there is trouble and no number. */
  readonly unread?: number;
  /** Zero bytes after the container's own. */
  readonly padding?: number;
}

export type ContainerKind = 'zip' | 'gzip';

/** Local header, or the end of an empty archive (APPNOTE 4.3.7, 4.3.16). */
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];
/** What stands before the first local header when the archive was to be split, and was or was not (8.5.4). */
const SPANNING = ['PK\x07\x08', 'PK00'];

/** By signature: names say nothing. A ZIP with other leading data is not recognised. */
export function containerKind(head: Uint8Array): ContainerKind | undefined {
  const begins = Buffer.from(head.subarray(0, 8)).toString('latin1');
  const zip = SPANNING.includes(begins.slice(0, 4)) ? begins.slice(4) : begins.slice(0, 4);
  if (ZIP.includes(zip)) return 'zip';
  return begins.startsWith('\x1f\x8b\x08') ? 'gzip' : undefined;
}

/** Turns a byte stream into reads that fill a caller's buffer. */
export function readerOf(stream: AsyncIterable<Uint8Array>): ReadInto {
  const iterator = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return async (buffer) => {
    while (rest.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return 0;
      rest = next.value;
    }
    const taken = Math.min(buffer.length, rest.length);
    buffer.set(rest.subarray(0, taken));
    rest = rest.subarray(taken);
    return taken;
  };
}
