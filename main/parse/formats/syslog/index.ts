import type { ParserId } from '#shared/model/ids.ts';
import type { ByteSource, Confidence, Head, Parser } from '../../parser.ts';
import { decodeHead, detectEncoding } from '../../text/encoding.ts';
import { LineReader } from '../../text/line-reader.ts';
import { readFully } from '../../text/read-fully.ts';
import type { YearPlan } from '../../time/year-plan.ts';
import { planYears, yearlessDate } from '../../time/year-scan.ts';
import { isFramed, readFrames } from './frames.ts';
import { blankHeader, readHeader } from './header.ts';
import { nextJoined } from './joined.ts';
import { SyslogReader } from './syslog-reader.ts';

/** Lines of the head that are looked at to recognise the format. */
const SAMPLE = 100;

export const parser: Parser = {
  id: 'syslog' as ParserId,
  version: 1,
  title: 'Syslog',
  spec: 'RFC 3164; RFC 5424; RFC 6587; rsyslog, syslog-ng, busybox and journalctl text output',
  zone: 'local',
  fields: {
    'log.level': ['log.syslog.severity.name'],
  },

  sniff(head: Head): Confidence {
    const encoding = detectEncoding(head.bytes);
    if (encoding === undefined) return 0;
    const text = decodeHead(head.bytes, encoding);
    if (isFramed(text)) return 2;
    const header = blankHeader();
    let lines = 0;
    let headed = 0;
    let tagged = 0;
    for (const line of text.split('\n', SAMPLE)) {
      if (line === '' || line.startsWith('\t') || line.startsWith(' ')) continue;
      lines++;
      if (!readHeader(line, header)) continue;
      headed++;
      if (header.tag !== undefined || header.facility >= 0) tagged++;
    }
    if (lines === 0 || tagged * 4 < headed) return 0;
    if (headed * 10 >= lines * 6) return 2;
    return headed * 5 >= lines ? 1 : 0;
  },

  parse(input, out, context) {
    let plan: YearPlan | undefined;
    let planned = false;
    const framed = isFramed(beginningOf(input));
    const reader = new SyslogReader(out, context, () => {
      if (!planned) plan = planYears(input, out, context, dateOf, framed ? readFrames : undefined);
      planned = true;
      return plan;
    });
    if (framed) readFrames(input, out, (...frame) => reader.line(...frame));
    else readLines(new LineReader(input, out), reader);
    reader.finish();
  },
};

/** The date after the priority, where there is one. */
const dateOf = (line: string): number =>
  yearlessDate(line, line.charCodeAt(0) === 60 ? line.indexOf('>') + 1 : 0);

function readLines(lines: LineReader, reader: SyslogReader): void {
  while (lines.next()) {
    const { text, offset, length } = lines;
    if (text === '') lines.skip('blank-line');
    else if (text.charCodeAt(0) === 45 && text.startsWith('-- ') && text.endsWith(' --'))
      lines.skip('journalctl-marker');
    else if (text.charCodeAt(0) === 60 && nextJoined(text, 1) > 0)
      readJoined(text, offset, length, reader);
    else reader.line(text, offset, length);
  }
}

/** Datagrams written one after another without a newline, as a forwarding daemon without a template does. */
function readJoined(text: string, offset: number, length: number, reader: SyslogReader): void {
  const bytesOf = measureOf(text, length);
  if (bytesOf === undefined) {
    reader.line(text, offset, length);
    return;
  }
  let at = 0;
  let place = offset;
  while (at >= 0) {
    const next = nextJoined(text, at + 1);
    const one = text.substring(at, next < 0 ? text.length : next);
    const bytes = bytesOf(one);
    reader.line(one, place, bytes);
    place += bytes;
    at = next;
  }
}

/** How many bytes of the file parts of this text are; undefined when that cannot be told, as of a text that was cut. */
function measureOf(text: string, bytes: number): ((part: string) => number) | undefined {
  if (bytes === text.length) return (part) => part.length;
  if (bytes === Buffer.byteLength(text)) return (part) => Buffer.byteLength(part);
  return bytes === text.length * 2 ? (part) => part.length * 2 : undefined;
}

function beginningOf(input: ByteSource): string {
  const bytes = Buffer.alloc(Math.min(32, input.size));
  return bytes.toString('latin1', 0, readFully(input, 0, bytes));
}
