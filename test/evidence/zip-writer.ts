import { crc32, deflateRawSync } from 'node:zlib';

/** One member as it is to be written; whatever is given beside name and data is written as given, true or not. */
export interface ZipMember {
  readonly name: string | Buffer;
  readonly data?: Buffer | string;
  /** 0 stored, 8 deflated; anything else is written stored under that number. */
  readonly method?: number;
  /** General purpose flags besides those that are implied. */
  readonly flags?: number;
  /** Sizes and checksum after the data, not in the local header. */
  readonly descriptor?: boolean;
  /** Sizes and offset in a zip64 extra field. */
  readonly zip64?: boolean;
  readonly crc?: number;
  /** Uncompressed size, as the directory says it. */
  readonly size?: number;
  /** Unix mode, with the kind of file. */
  readonly mode?: number;
  /** The local header of another member, by its number: the two overlap. */
  readonly overlaps?: number;
}

const DOS_TIME = (9 << 11) | (30 << 5) | 2;
const DOS_DATE = ((2026 - 1980) << 9) | (5 << 5) | 12;

/** A ZIP file (APPNOTE 6.3). `count` is the number of members its end claims. */
export function zipFile(members: readonly ZipMember[], count = members.length): Buffer {
  const body: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  const written = members.map((member) => {
    const encoded = encode(member);
    if (member.overlaps !== undefined) return encoded;
    offsets.push(at);
    const parts = [...localParts(member, encoded)];
    body.push(...parts);
    at += parts.reduce((sum, part) => sum + part.length, 0);
    return encoded;
  });
  let own = 0;
  const directory = members.map((member, n) => {
    const offset = member.overlaps === undefined ? offsets[own++] : offsets[member.overlaps];
    return centralHeader(member, written[n] ?? encode(member), offset ?? 0);
  });
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, ...directory, end]);
}

interface Encoded {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly flags: number;
  readonly method: number;
}

function encode(member: ZipMember): Encoded {
  const data = Buffer.from(member.data ?? '');
  const method = member.method ?? 0;
  return {
    name: Buffer.from(member.name),
    packed: method === 8 ? deflateRawSync(data) : data,
    crc: member.crc ?? crc32(data),
    size: member.size ?? data.length,
    flags: (member.flags ?? 0) | (member.descriptor === true ? 8 : 0) | 0x800,
    method,
  };
}

function* localParts(member: ZipMember, encoded: Encoded): Generator<Buffer> {
  const { name, packed, crc, size, flags, method } = encoded;
  const late = member.descriptor === true;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(DOS_TIME, 10);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt32LE(late ? 0 : crc, 14);
  header.writeUInt32LE(late ? 0 : packed.length, 18);
  header.writeUInt32LE(late ? 0 : size, 22);
  header.writeUInt16LE(name.length, 26);
  yield header;
  yield name;
  yield packed;
  if (!late) return;
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packed.length, 8);
  descriptor.writeUInt32LE(size, 12);
  yield descriptor;
}

function centralHeader(member: ZipMember, encoded: Encoded, offset: number): Buffer {
  const { name, packed, crc, size, flags, method } = encoded;
  const wide = member.zip64 === true;
  const extra = wide ? zip64Extra(size, packed.length, offset) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 45, 4);
  header.writeUInt16LE(45, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(DOS_TIME, 12);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(wide ? 0xffffffff : packed.length, 20);
  header.writeUInt32LE(wide ? 0xffffffff : size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(((member.mode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(wide ? 0xffffffff : offset, 42);
  return Buffer.concat([header, name, extra]);
}

function zip64Extra(size: number, packed: number, offset: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  return extra;
}
