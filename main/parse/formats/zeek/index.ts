import type { FieldValue } from '#shared/model/event.ts';
import type { ParserId } from '#shared/model/ids.ts';
import type { Parser } from '../../parser.ts';
import { decodeHead, detectEncoding } from '../../text/encoding.ts';
import { LineReader } from '../../text/line-reader.ts';
import { JsonEvents } from '../json/json-events.ts';
import { BLANK_HEADER, withDirective } from './zeek-header.ts';
import type { ZeekHeader } from './zeek-header.ts';
import { valueOf } from './zeek-value.ts';

export const parser: Parser = {
  id: 'zeek' as ParserId,
  version: 1,
  title: 'Zeek log',
  spec: 'Zeek ASCII writer: tab-separated lines under #fields and #types (Zeek manual, “Log Formats and Inspection”)',
  zone: 'utc',
  fields: {
    'source.port': ['id.orig_p'],
    'destination.port': ['id.resp_p'],
    'source.bytes': ['orig_bytes'],
    'destination.bytes': ['resp_bytes'],
    'network.transport': ['proto'],
    'network.protocol': ['service'],
    'dns.question.name': ['query'],
    'url.domain': ['host'],
    'url.path': ['uri'],
    'tls.client.server_name': ['server_name'],
    'http.request.method': ['method'],
    'http.response.status_code': ['status_code'],
    'user_agent.original': ['user_agent'],
    'file.name': ['filename'],
    'file.hash.md5': ['md5'],
    'file.hash.sha1': ['sha1'],
    'file.hash.sha256': ['sha256'],
  },

  sniff(head) {
    const encoding = detectEncoding(head.bytes);
    return encoding !== undefined && decodeHead(head.bytes, encoding).startsWith('#separator ')
      ? 3
      : 0;
  },

  // Logs may be put together, each with directives of its own, so that a record cannot be read without those before it.
  parse(input, out, context) {
    const lines = new LineReader(input, out);
    // The records are those that Zeek writes as JSON, in another dress.
    const events = new JsonEvents(out, context);
    let header = BLANK_HEADER;
    let odd = 0;
    let firstOdd = 0;
    while (lines.next()) {
      const { text, offset, length } = lines;
      if (text === '') lines.skip('blank-line');
      else if (text.charCodeAt(0) === 35) {
        header = withDirective(header, text);
        lines.skip('directive');
      } else {
        const cells = text.split(header.separator);
        if (cells.length !== header.fields.length && odd++ === 0) firstOdd = offset;
        events.object(recordOf(cells, header), text, offset, length);
      }
    }
    events.finish();
    if (odd > 0)
      out.issue({
        code: 'zeek-column-count',
        severity: 'warning',
        blame: 'evidence',
        offset: firstOdd,
        message: `Lines with more or fewer values than #fields names, the first here: ${odd}. Their values may stand under wrong names.`,
      });
  },
};

function recordOf(
  cells: readonly string[],
  header: ZeekHeader,
): { readonly [name: string]: FieldValue } {
  const record: Record<string, FieldValue> = Object.create(null) as Record<string, FieldValue>;
  if (header.path !== '') record['_path'] = header.path;
  for (const [index, cell] of cells.entries()) {
    const value = valueOf(cell, header.types[index] ?? 'string', header);
    if (value !== undefined) record[header.fields[index] ?? `column-${index + 1}`] = value;
  }
  return record;
}
