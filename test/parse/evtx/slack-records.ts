const FILE_HEADER_SIZE = 4096;
const CHUNK_SIZE = 65_536;
const MAGIC = Buffer.from([0x2a, 0x2a, 0, 0]);

/** The whole records behind the live ones of each chunk, found without any help of the parser. */
export function slackRecords(log: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let chunk = FILE_HEADER_SIZE; chunk + CHUNK_SIZE <= log.length; chunk += CHUNK_SIZE) {
    if (log.toString('latin1', chunk, chunk + 8) !== 'ElfChnk\0') continue;
    const end = chunk + CHUNK_SIZE;
    let at = log.indexOf(MAGIC, chunk + log.readUInt32LE(chunk + 48));
    while (at >= 0 && at < end) {
      const size = log.readUInt32LE(at + 4);
      const whole = size >= 28 && at + size <= end && log.readUInt32LE(at + size - 4) === size;
      if (whole) found.push(log.subarray(at, at + size));
      at = log.indexOf(MAGIC, at + (whole ? size : 1));
    }
  }
  return found;
}
