import { UNDATED } from '#shared/model/time.ts';
import { CodedPacker } from './coded-packer.ts';
import type { EventBatch } from './event-batch.ts';
import { FieldPacker } from './field-packer.ts';
import type { ParsedEvent } from './parser.ts';
import { SearchPacker } from './search-packer.ts';
import { TextPacker } from './text-packer.ts';

/** 2^32, to split an offset into two halves without making a bigint of it. */
const HIGH = 4_294_967_296;

/** The columns of a batch while it is being filled. */
export class BatchColumns {
  rows = 0;
  #time = new BigInt64Array(0);
  #offset = new Uint32Array(0);
  #length = new Uint32Array(0);
  #record = new Uint32Array(0);
  #ordinal = new Uint32Array(0);
  #recovered = new Uint8Array(0);
  readonly #timeMeaning = new CodedPacker();
  readonly #precision = new CodedPacker();
  readonly #zone = new CodedPacker();
  readonly #category = new CodedPacker();
  readonly #action = new CodedPacker();
  readonly #outcome = new CodedPacker();
  readonly #level = new CodedPacker();
  readonly #host = new CodedPacker();
  readonly #user = new CodedPacker();
  readonly #sourceIp = new CodedPacker();
  readonly #destinationIp = new CodedPacker();
  readonly #process = new CodedPacker();
  readonly #code = new CodedPacker();
  readonly #channel = new CodedPacker();
  readonly #provider = new CodedPacker();
  readonly #timeOriginal = new TextPacker();
  readonly #message = new TextPacker();
  readonly #fieldsText = new TextPacker();
  readonly #fields = new FieldPacker(this.#fieldsText);
  readonly #search = new SearchPacker();
  readonly #visit = (text: string): void => this.#search.add(text);

  /** @param capacity rows of a batch, until it is set anew */
  constructor(public capacity: number) {}

  /** Bytes of text gathered so far. */
  get textBytes(): number {
    return this.#message.end + this.#fieldsText.end + this.#search.size;
  }

  add(event: ParsedEvent): void {
    if (this.rows === 0) this.#begin();
    const row = this.rows++;
    this.#time[row] = event.time ?? UNDATED;
    this.#offset[row * 2] = event.offset;
    this.#offset[row * 2 + 1] = event.offset / HIGH;
    this.#length[row] = event.length;
    const { record } = event;
    this.#record[row * 2] = record ?? 0xffff_ffff;
    this.#record[row * 2 + 1] = record === undefined ? 0xffff_ffff : record / HIGH;
    this.#ordinal[row] = event.ordinal;
    this.#recovered[row] = event.recovered ? 1 : 0;
    this.#timeMeaning.add(event.timeMeaning);
    this.#precision.add(event.precision);
    this.#zone.add(event.time === undefined ? 'none' : event.zone);
    this.#category.add(event.category);
    this.#action.add(event.action);
    this.#outcome.add(event.outcome);
    this.#level.add(event.level);
    this.#host.add(event.host);
    this.#user.add(event.user);
    this.#sourceIp.add(event.sourceIp);
    this.#destinationIp.add(event.destinationIp);
    this.#process.add(event.process);
    this.#code.add(event.code);
    this.#channel.add(event.channel);
    this.#provider.add(event.provider);
    if (event.timeOriginal !== undefined) this.#timeOriginal.write(event.timeOriginal);
    this.#timeOriginal.endRow();
    this.#message.write(event.message);
    this.#message.endRow();
    this.#texts(event);
  }

  #texts(event: ParsedEvent): void {
    const search = this.#search;
    if (event.searchText === undefined) {
      search.add(event.message);
      search.add(event.host);
      search.add(event.user);
      search.add(event.sourceIp);
      search.add(event.destinationIp);
      search.add(event.process);
      search.add(event.code);
      search.add(event.channel);
      search.add(event.provider);
      this.#fields.write(event.keys, event.values, this.#visit);
    } else {
      search.addNew(event.searchText);
      this.#fields.write(event.keys, event.values, undefined);
    }
    if (event.action !== undefined) search.addNew(event.action);
    search.endRow();
    this.#fieldsText.endRow();
  }

  /** Only when a row comes, because most files are small and have one batch. */
  #begin(): void {
    const { capacity } = this;
    this.#time = new BigInt64Array(capacity);
    this.#offset = new Uint32Array(capacity * 2);
    this.#length = new Uint32Array(capacity);
    this.#record = new Uint32Array(capacity * 2);
    this.#ordinal = new Uint32Array(capacity);
    this.#recovered = new Uint8Array(capacity);
    for (const packer of [
      this.#timeMeaning,
      this.#precision,
      this.#zone,
      this.#category,
      this.#action,
      this.#outcome,
      this.#level,
      this.#host,
      this.#user,
      this.#sourceIp,
      this.#destinationIp,
      this.#process,
      this.#code,
      this.#channel,
      this.#provider,
      this.#timeOriginal,
      this.#message,
      this.#fieldsText,
      this.#search,
    ]) {
      packer.begin(capacity);
    }
  }

  /** The rows so far, one at least, as a batch that owns its buffers; the columns start anew. */
  take(first: number): EventBatch {
    const { rows } = this;
    const batch: EventBatch = {
      rows,
      first,
      time: this.#time.subarray(0, rows),
      offset: new BigInt64Array(this.#offset.buffer, 0, rows),
      length: this.#length.subarray(0, rows),
      record: new BigInt64Array(this.#record.buffer, 0, rows),
      ordinal: this.#ordinal.subarray(0, rows),
      recovered: this.#recovered.subarray(0, rows),
      coded: {
        timeMeaning: this.#timeMeaning.take(),
        precision: this.#precision.take(),
        zone: this.#zone.take(),
        category: this.#category.take(),
        action: this.#action.take(),
        outcome: this.#outcome.take(),
        level: this.#level.take(),
        host: this.#host.take(),
        user: this.#user.take(),
        sourceIp: this.#sourceIp.take(),
        destinationIp: this.#destinationIp.take(),
        process: this.#process.take(),
        code: this.#code.take(),
        channel: this.#channel.take(),
        provider: this.#provider.take(),
      },
      text: {
        timeOriginal: this.#timeOriginal.take(),
        message: this.#message.take(),
        fields: this.#fieldsText.take(),
        search: this.#search.take(),
      },
      fieldNames: this.#fields.takeNames(),
    };
    this.rows = 0;
    return batch;
  }
}
