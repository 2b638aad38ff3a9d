import type { ParserId } from '#shared/model/ids.ts';
import { FieldList } from '../field-list.ts';
import {
  type ByteSource,
  type ParseContext,
  type ParsedEvent,
  type Parser,
  type Sink,
  blankEvent,
} from '../parser.ts';
import { decodeHead, detectEncoding } from '../text/encoding.ts';
import { listedPath } from '../text/listed-path.ts';
import { LineReader, type LineReaderOptions } from '../text/line-reader.ts';
import { numberOr } from '../text/number.ts';
import { precisionOfDigits } from '../time/stamp.ts';

/** Columns before and after the name, which is the second and may itself hold the separator. */
const AFTER = ['inode', 'mode', 'UID', 'GID', 'size'] as const;
const WIDTH = 11;
/** In the order of the columns; the event's ordinal is the place of its first meaning. */
const CLOCKS = ['accessed', 'modified', 'changed', 'created'] as const;
/** How a combination is named: in the order that `mactime` made usual. */
const ORDER = ['modified', 'accessed', 'changed', 'created'] as const;
const SECONDS = /^-?\d{1,11}(?:\.\d{1,9})?$/;
const BILLION = 1_000_000_000n;

export const parser: Parser = {
  id: 'bodyfile' as ParserId,
  version: 2,
  title: 'Body file',
  spec: 'The Sleuth Kit, body file format 3.x: MD5|name|inode|mode|UID|GID|size|atime|mtime|ctime|crtime',
  zone: 'utc',
  fields: { 'file.path': ['file.listed', 'name'], 'file.size': ['size'], 'file.inode': ['inode'] },

  sniff(head) {
    const encoding = detectEncoding(head.bytes);
    if (encoding === undefined) return 0;
    const lines = decodeHead(head.bytes, encoding).split('\n', 50);
    if (head.size > head.bytes.length) lines.pop();
    const filled = lines
      .map((line) => line.trimEnd())
      .filter((line) => line !== '' && line[0] !== '#');
    const fitting = filled.filter((line) => recordOf(line) !== undefined).length;
    return fitting > 0 && fitting * 10 >= filled.length * 6 ? 3 : 0;
  },

  parse: (input, out, context) => read(input, out, context, {}),
  reread: (input, out, context, { offset, length }) =>
    read(input, out, context, { start: offset, end: offset + length }),
};

function read(
  input: ByteSource,
  out: Sink,
  _context: ParseContext,
  range: LineReaderOptions,
): void {
  const lines = new LineReader(input, out, range);
  const events = new BodyEvents(out);
  while (lines.next()) {
    const { text, offset, length } = lines;
    if (text.trim() === '') lines.skip('blank-line');
    else if (text.charCodeAt(0) === 35) lines.skip('comment');
    else events.line(text, offset, length);
  }
}

interface BodyRecord {
  readonly md5: string;
  readonly name: string;
  /** inode, mode, UID, GID, size, and the four times. */
  readonly rest: readonly string[];
}

/** Counted from the right, since a file name may hold anything. */
function recordOf(line: string): BodyRecord | undefined {
  const parts = line.split('|');
  if (parts.length < WIDTH) return undefined;
  const rest = parts.slice(parts.length - WIDTH + 2);
  const name = parts.slice(1, parts.length - WIDTH + 2).join('|');
  const clocks = rest.slice(AFTER.length);
  if (!clocks.every((clock) => clock === '' || SECONDS.test(clock))) return undefined;
  return { md5: parts[0] ?? '', name, rest };
}

class BodyEvents {
  readonly #event: ParsedEvent = { ...blankEvent(), category: 'file', zone: 'utc' };
  readonly #fields = new FieldList();

  constructor(private readonly out: Sink) {}

  line(text: string, offset: number, length: number): void {
    const event = this.#event;
    event.offset = offset;
    event.length = length;
    event.searchText = text;
    event.time = undefined;
    event.precision = 's';
    event.ordinal = 0;
    event.timeMeaning = 'logged';
    this.#fields.clear();
    this.out.record();
    const record = recordOf(text);
    if (record === undefined) {
      this.out.issue({
        code: 'bodyfile-unread',
        severity: 'warning',
        blame: 'evidence',
        offset,
        length,
        message: `A line is no body file record; it is kept undated.`,
      });
      event.message = text;
      this.#fields.give(event);
      this.out.event(event);
      return;
    }
    event.message = record.name;
    // The message has the name as it stands; this is what an entity is.
    this.#fields.put('file.listed', listedPath(record.name, record.rest[1] ?? ''));
    if (record.md5 !== '' && record.md5 !== '0') this.#fields.put('MD5', record.md5);
    AFTER.forEach((name, i) => this.#fields.put(name, numberOr(record.rest[i] ?? '')));
    this.#fields.give(event);
    this.#emit(event, record.rest.slice(AFTER.length));
  }

  /** One event for each different time of the record, none of them dated if it has no time. */
  #emit(event: ParsedEvent, clocks: readonly string[]): void {
    const given = clocks.map((clock) => (isAbsent(clock) ? undefined : clock));
    if (given.every((clock) => clock === undefined)) {
      this.out.event(event);
      return;
    }
    given.forEach((clock, i) => {
      if (clock === undefined || given.indexOf(clock) < i) return;
      event.time = instantOf(clock);
      event.precision = precisionOfDigits(clock.split('.')[1]?.length ?? 0);
      event.ordinal = i;
      event.timeMeaning = ORDER.filter((name) => given[CLOCKS.indexOf(name)] === clock).join(', ');
      this.out.event(event);
    });
  }
}

const isAbsent = (clock: string): boolean => clock === '' || Number(clock) === 0;

function instantOf(clock: string): bigint {
  const [seconds = '0', fraction = ''] = clock.split('.');
  const nanos = BigInt(fraction.padEnd(9, '0'));
  return BigInt(seconds) * BILLION + (seconds.startsWith('-') ? -nanos : nanos);
}
