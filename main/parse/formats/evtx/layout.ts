/** Sizes, magics and offsets of the EVTX file format ([MS-EVEN6] 2.2.12ff; libevtx, "Windows XML Event Log (EVTX)"). */

export const FILE_MAGIC = Buffer.from('ElfFile\0', 'latin1');
export const CHUNK_MAGIC = Buffer.from('ElfChnk\0', 'latin1');
/** `**\0\0`, little-endian. */
export const RECORD_SIGNATURE = 0x0000_2a2a;
export const RECORD_MAGIC = Buffer.from([0x2a, 0x2a, 0, 0]);

/** The block that the file header occupies, unless the header itself says otherwise. */
export const FILE_HEADER_SIZE = 4096;
export const CHUNK_SIZE = 65_536;
/** Header, string offsets (64) and template offsets (32) of a chunk; records begin here. */
export const CHUNK_HEADER_SIZE = 512;
/** Signature, size, identifier and time; a copy of the size ends the record. */
export const RECORD_HEADER_SIZE = 24;
export const RECORD_TRAILER_SIZE = 4;
export const MIN_RECORD_SIZE = RECORD_HEADER_SIZE + RECORD_TRAILER_SIZE;

export const FILE_FLAG_DIRTY = 1;
export const FILE_FLAG_FULL = 2;
