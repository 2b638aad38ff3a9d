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
  #time: BigInt64Array;
  #offset: Uint32Array;
  #length: Uint32Array;
  #record: Uint32Array;
  #ordinal: Uint32Array;
  #recovered: Uint8Array;
  readonly #timeMeaning: CodedPacker;
  readonly #precision: CodedPacker;
  readonly #zone: CodedPacker;
  readonly #category: CodedPacker;
  readonly #action: CodedPacker;
  readonly #outcome: CodedPacker;
  readonly #level: CodedPacker;
  readonly #host: CodedPacker;
  readonly #user: CodedPacker;
  readonly #sourceIp: CodedPacker;
  readonly #destinationIp: CodedPacker;
  readonly #process: CodedPacker;
  readonly #code: CodedPacker;
  readonly #channel: CodedPacker;
  readonly #provider: CodedPacker;
  readonly #timeOriginal: TextPacker;
  readonly #message: TextPacker;
  readonly #fieldsText: TextPacker;
  readonly #fields: FieldPacker;
  readonly #search: SearchPacker;
  readonly #visit: (text: string) => void;

  constructor(private readonly capacity: number) {
    const coded = () => new CodedPacker(capacity);
    this.#time = new BigInt64Array(capacity);
    this.#offset = new Uint32Array(capacity * 2);
    this.#length = new Uint32Array(capacity);
    this.#record = new Uint32Array(capacity * 2);
    this.#ordinal = new Uint32Array(capacity);
    this.#recovered = new Uint8Array(capacity);
    this.#timeMeaning = coded();
    this.#precision = coded();
    this.#zone = coded();
    this.#category = coded();
    this.#action = coded();
    this.#outcome = coded();
    this.#level = coded();
    this.#host = coded();
    this.#user = coded();
    this.#sourceIp = coded();
    this.#destinationIp = coded();
    this.#process = coded();
    this.#code = coded();
    this.#channel = coded();
    this.#provider = coded();
    this.#timeOriginal = new TextPacker(capacity);
    this.#message = new TextPacker(capacity);
    this.#fieldsText = new TextPacker(capacity);
    this.#fields = new FieldPacker(this.#fieldsText);
    const search = new SearchPacker(capacity);
    this.#search = search;
    this.#visit = (text) => search.add(text);
  }

  /** Bytes of text gathered so far. */
  get textBytes(): number {
    return this.#message.end + this.#fieldsText.end + this.#search.size;
  }

  add(event: ParsedEvent): void {
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

  /** The rows so far as a batch that owns its buffers; the columns start anew. */
  take(first: number): EventBatch {
    const { rows, capacity } = this;
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
    };
    this.#time = new BigInt64Array(capacity);
    this.#offset = new Uint32Array(capacity * 2);
    this.#length = new Uint32Array(capacity);
    this.#record = new Uint32Array(capacity * 2);
    this.#ordinal = new Uint32Array(capacity);
    this.#recovered = new Uint8Array(capacity);
    this.rows = 0;
    return batch;
  }
}
