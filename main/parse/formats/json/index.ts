import type { ParserId } from '#shared/model/ids.ts';
import { HEAD_BYTES } from '../../head.ts';
import type { ByteSource, Confidence, Head, Parser, Sink } from '../../parser.ts';
import { BufferSource } from '../../buffer-source.ts';
import { type DetectedEncoding, decodeHead, detectEncoding } from '../../text/encoding.ts';
import { FieldList } from '../../field-list.ts';
import { LineReader, type LineReaderOptions } from '../../text/line-reader.ts';
import { readFully } from '../../text/read-fully.ts';
import { flatten } from './flatten.ts';
import { JsonEvents } from './json-events.ts';
import { type JsonMode, modeOf, withoutMark } from './mode.ts';
import { isObject, parseJson } from './parse-json.ts';
import { JsonRecords } from './records.ts';
import { MAX_RECORD } from './scanner.ts';
import { blankEvent } from '../../parser.ts';
import { viewOf } from './shape-view.ts';

/** A longer line is read again as a value, whose length hardly matters. */
const MAX_LINE = 500_000;
/** Records of the head that are looked at. */
const SNIFFED = 5;

export const parser: Parser = {
  id: 'json' as ParserId,
  version: 2,
  title: 'JSON',
  spec: 'RFC 8259; RFC 7464; JSON Lines; records of Windows, cloud, network and timeline tools',
  zone: 'local',
  fields: {},
  sniff,

  parse(input, out, context) {
    const { mode, encoding } = planOf(input);
    const events = new JsonEvents(out, context);
    if (mode.kind === 'lines') readLines(input, out, encoding, events);
    else
      new JsonRecords(input, out, encoding, mode, (...record) => events.record(...record)).read();
    events.finish();
  },

  reread(input, out, context, { offset, length }) {
    const { mode, encoding } = planOf(input);
    const events = new JsonEvents(out, context);
    if (mode.kind === 'lines')
      readLines(input, out, encoding, events, { start: offset, end: offset + length });
    else readOne(input, out, encoding, offset, length, events);
  },
};

/** Reads the one record at a place; `account` is where its bytes are accounted for. */
function readOne(
  input: ByteSource,
  account: Sink,
  { encoding }: DetectedEncoding,
  offset: number,
  length: number,
  events: JsonEvents,
): void {
  const bytes = Buffer.alloc(Math.min(length, MAX_RECORD));
  const record = new BufferSource(bytes.subarray(0, readFully(input, offset, bytes)));
  new JsonRecords(
    record,
    account,
    { encoding, mark: 0 },
    { kind: 'sequence' },
    (text, _at, _length, whole) => events.record(text, offset, length, whole),
  ).readOne();
}

function planOf(input: ByteSource): {
  readonly mode: JsonMode;
  readonly encoding: DetectedEncoding;
} {
  const bytes = Buffer.alloc(Math.min(HEAD_BYTES, input.size));
  const head = bytes.subarray(0, readFully(input, 0, bytes));
  const encoding = detectEncoding(head) ?? { encoding: 'utf-8', mark: 0 };
  const mode = modeOf(decodeHead(head, encoding), head.length === input.size);
  return { encoding, mode: mode ?? { kind: 'sequence' } };
}

function readLines(
  input: ByteSource,
  out: Sink,
  encoding: DetectedEncoding,
  events: JsonEvents,
  range: LineReaderOptions = {},
): void {
  const lines = new LineReader(input, out, {
    ...range,
    encoding,
    maxLine: MAX_LINE,
    readsLong: true,
  });
  while (lines.next()) {
    const { text, offset, length } = lines;
    if (text.trim() === '') lines.skip('blank-line');
    else if (length > MAX_LINE) readOne(input, quiet, encoding, offset, length, events);
    else events.record(withoutMark(text), offset, length, true);
  }
}

function sniff(head: Head): Confidence {
  const encoding = detectEncoding(head.bytes);
  if (encoding === undefined) return 0;
  const whole = head.bytes.length === head.size;
  const mode = modeOf(decodeHead(head.bytes, encoding), whole);
  if (mode === undefined) return 0;
  const looks: Confidence[] = [];
  const look = (text: string): void => {
    if (looks.length < SNIFFED) looks.push(confidenceOf(text));
  };
  const source = new BufferSource(head.bytes);
  if (mode.kind === 'lines') {
    const lines = new LineReader(source, quiet, { encoding, maxLine: MAX_LINE });
    while (lines.next()) look(lines.text);
  } else new JsonRecords(source, quiet, encoding, mode, look).read();
  // The one record of a head may be cut by it.
  const floor: Confidence = whole ? 1 : 2;
  return looks.reduce((most, one) => (one > most ? one : most), floor);
}

/** 3 for a record of a known program, 2 for any object, 0 for what is none. */
function confidenceOf(text: string): Confidence {
  const value = parseJson(text);
  if (!isObject(value)) return 0;
  const fields = new FieldList();
  flatten(value, fields);
  const event = blankEvent();
  fields.give(event);
  return viewOf(event.keys).layout === undefined ? 2 : 3;
}

/** A sink for looking without reading. */
const quiet: Sink = {
  event: () => undefined,
  issue: () => undefined,
  record: () => undefined,
  parsed: () => undefined,
  skipped: () => undefined,
  position: () => undefined,
};
