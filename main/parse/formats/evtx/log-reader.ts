import type { ByteSource, ParsedEvent, Sink } from '../../parser.ts';
import { blankEvent } from '../../parser.ts';
import { chunk, forgetChunk } from './binary-xml/chunk-state.ts';
import { fault } from './binary-xml/fault.ts';
import { type ChunkHeader, hasChunkMagic, readChunkHeader } from './chunk-header.ts';
import { type FileHeader, readFileHeader } from './file-header.ts';
import { Issues } from './issues.ts';
import { CHUNK_HEADER_SIZE, CHUNK_SIZE, MIN_RECORD_SIZE } from './layout.ts';
import { LiveIndex } from './live-index.ts';
import { decoded, decodeRecord } from './record.ts';
import { RecordRanges } from './record-ranges.ts';
import { Salvage } from './salvage.ts';
import { hiddenRecordSize, isZero, liveRecordSize, nextChunk, nextRecord } from './scan.ts';
import { beginFile } from './template-cache.ts';
import { fillWindow } from './window.ts';

/**
 * Reads a log front to back: file header, chunks, records. What cannot be read at once (slack, damaged areas,
 * records whose template is gone) is noted, and `Salvage` goes over it when all the rest is known.
 */
export class LogReader {
  readonly #issues: Issues;
  readonly #event: ParsedEvent = { ...blankEvent(), precision: '100ns', zone: 'utc' };
  readonly #live = new LiveIndex();
  readonly #ranges = new RecordRanges();
  readonly #salvage: Salvage;
  readonly #header: FileHeader;

  /** `alone`: only one chunk will be read, see `Salvage`. */
  constructor(
    private readonly source: ByteSource,
    private readonly out: Sink,
    alone = false,
  ) {
    this.#issues = new Issues(out);
    beginFile();
    this.#header = readFileHeader(source, this.#issues);
    this.#salvage = new Salvage({
      source,
      out,
      issues: this.#issues,
      live: this.#live,
      ranges: this.#ranges,
      event: this.#event,
      alone,
    });
  }

  read(): void {
    const { source, out } = this;
    out.skipped(this.#header.size, 'file-header');
    let chunks = 0;
    for (let offset = this.#header.size; offset < source.size;) {
      const available = fillWindow(source, offset);
      if (available === 0) break;
      if (hasChunkMagic()) chunks++;
      offset += this.#area(offset, available);
      out.position(Math.min(offset, source.size));
    }
    this.#compareWithHeader(chunks);
    this.#salvage.run();
    this.#ranges.reportGaps(this.#issues);
    this.#issues.close();
  }

  /** Reads only the chunk that holds a file offset. */
  readChunkOf(offset: number): void {
    const { size } = this.#header;
    if (offset < size) return;
    const start = offset - ((offset - size) % CHUNK_SIZE);
    const available = fillWindow(this.source, start);
    if (available === 0) return;
    this.#area(start, available);
    this.#salvage.run();
  }

  /** Reads what is at `offset`: a chunk, unused space, or something damaged. Returns how far it reaches. */
  #area(offset: number, available: number): number {
    if (available >= CHUNK_HEADER_SIZE && hasChunkMagic()) {
      this.#chunk(offset, available);
      return CHUNK_SIZE;
    }
    if (isZero(0, available)) {
      this.out.skipped(available, 'unused');
      return available;
    }
    const span = nextChunk(1, available);
    this.#issues.report(
      'evtx-chunk-magic',
      'loss',
      'No chunk begins here as one should; only records that are whole in themselves are recovered.',
      { offset, length: span },
    );
    this.#salvage.area(offset, 0, span, 'damaged');
    return span;
  }

  #chunk(offset: number, available: number): void {
    forgetChunk();
    const header = readChunkHeader(available);
    this.#reportHeader(offset, available, header);
    this.out.skipped(CHUNK_HEADER_SIZE, 'chunk-header');
    if (this.#isUncounted(offset)) {
      this.#salvage.area(offset, CHUNK_HEADER_SIZE, available, 'stale');
      return;
    }
    this.#records(offset, header);
    if (chunk.unsoundNames > 0)
      this.#issues.report(
        'evtx-name-hash',
        'warning',
        `${chunk.unsoundNames} field names of this chunk do not match their stored hash and may be damaged.`,
        { offset, length: available },
      );
    const { recordsEnd } = header;
    if (isZero(recordsEnd, available)) this.out.skipped(available - recordsEnd, 'unused');
    else this.#salvage.area(offset, recordsEnd, available, 'slack');
  }

  /** A closed log says how many chunks it has: what lies behind them is left from before. */
  #isUncounted(offset: number): boolean {
    const { sound, dirty, chunkCount, size } = this.#header;
    return sound && !dirty && (offset - size) / CHUNK_SIZE >= chunkCount;
  }

  #reportHeader(offset: number, available: number, header: ChunkHeader): void {
    const place = { offset, length: CHUNK_HEADER_SIZE };
    if (!header.headerIntact)
      this.#issues.report(
        'evtx-chunk-header-checksum',
        'warning',
        'The checksum of this chunk header is wrong: it was damaged or edited.',
        place,
      );
    if (!header.recordsEndUsable)
      this.#issues.report(
        'evtx-chunk-end',
        'warning',
        'The chunk header does not say where its records end; they are read as far as they follow one another.',
        place,
      );
    else if (available < CHUNK_SIZE)
      this.#issues.report(
        'evtx-chunk-truncated',
        available < header.statedEnd ? 'loss' : 'info',
        `The file ends ${available} bytes into this chunk.`,
        { offset, length: available },
      );
    if (!header.recordsIntact && header.recordsEndUsable)
      this.#issues.report(
        'evtx-chunk-checksum',
        'warning',
        'The checksum of the records of this chunk is wrong: they were damaged, edited, or cut off while being written.',
        { offset, length: available },
      );
  }

  /** Reads the records that follow one another from the chunk header on. */
  #records(offset: number, header: ChunkHeader): void {
    const { recordsEnd } = header;
    let at = CHUNK_HEADER_SIZE;
    let first = -1;
    let last = -1;
    let parsed = 0;
    while (at < recordsEnd) {
      const size = liveRecordSize(at, recordsEnd);
      if (size === 0) {
        this.#broken(offset, at, header, last);
        break;
      }
      parsed += this.#record(offset, at, size);
      const id = this.#event.record ?? 0;
      if (id !== last + 1 || first < 0) {
        if (first >= 0) this.#ranges.add(first, last, offset);
        first = id;
      }
      last = id;
      at += size;
    }
    if (first >= 0) this.#ranges.add(first, last, offset);
    this.out.parsed(parsed);
  }

  /**
   * Decodes one record and hands it on. Returns how much of its size is accounted for: not what is left to
   * `Salvage`, which is all of it when it has to wait for its template.
   */
  #record(offset: number, at: number, size: number): number {
    const { out } = this;
    const event = this.#event;
    const read = decodeRecord(at, size, event, false);
    this.#live.add(at, size);
    if (!read || fault.templateMissing) {
      this.#salvage.record(offset, at, size);
      return 0;
    }
    event.offset = offset + at;
    event.length = size;
    event.recovered = false;
    out.record();
    out.event(event);
    if (fault.reason !== '')
      this.#issues.report(
        'evtx-event-data',
        'loss',
        `The event data of record ${event.record} cannot be read: ${fault.reason}, ${fault.at - at} bytes into it.`,
        { offset: offset + at, length: size, record: event.record ?? 0 },
      );
    if (at + size - decoded.end < MIN_RECORD_SIZE) return size;
    return size - this.#hidden(offset, decoded.end, at + size);
  }

  /**
   * Space behind a record's content is where a record removed by editing the log still is. Returns how many bytes
   * from there to the end of the record are left to `Salvage`.
   */
  #hidden(offset: number, start: number, end: number): number {
    const inside = nextRecord(start, end, hiddenRecordSize);
    if (inside < end) this.#salvage.area(offset, inside, end, 'hidden');
    return end - inside;
  }

  /** The chain of records is broken at `at`: what whole records follow are recovered ones. */
  #broken(offset: number, at: number, header: ChunkHeader, last: number): void {
    const { recordsEnd, recordsEndUsable, headerIntact, lastRecord } = header;
    if (!recordsEndUsable && nextRecord(at, recordsEnd) === recordsEnd) {
      // Nobody said that there was more: this is where the records end.
      this.#salvage.area(offset, at, recordsEnd, 'slack');
      return;
    }
    const promised =
      headerIntact && lastRecord > last
        ? `; the chunk header promises records up to ${lastRecord}${last < 0 ? '' : `, the last one read is ${last}`}`
        : '';
    this.#issues.report(
      'evtx-record-chain',
      'loss',
      `No record follows where one should, ${recordsEnd - at} bytes before the end of the records${promised}.`,
      { offset: offset + at, length: recordsEnd - at },
    );
    this.#salvage.area(offset, at, recordsEnd, 'damaged');
  }

  #compareWithHeader(chunks: number): void {
    const { sound, dirty, chunkCount, size, nextRecord: next } = this.#header;
    if (!sound) return;
    if (this.source.size < size + chunkCount * CHUNK_SIZE)
      this.#issues.report(
        'evtx-truncated',
        'loss',
        `The file header counts ${chunkCount} chunks, the file has room for ${Math.max(0, Math.floor((this.source.size - size) / CHUNK_SIZE))}: it was cut off.`,
        { offset: this.source.size },
      );
    if (dirty) return;
    if (chunks > chunkCount)
      this.#issues.report(
        'evtx-chunk-count',
        'info',
        `The file header counts ${chunkCount} chunks, the file holds ${chunks}; records of the others are recovered ones.`,
        { offset: 42, length: 2 },
      );
    const { highest } = this.#ranges;
    if (highest >= 0 && next > highest + 1)
      this.#issues.report(
        'evtx-last-records',
        'warning',
        `The file header expects record ${next} next, the last one read is ${highest}.`,
        { offset: 24, length: 8, record: highest },
      );
  }
}
