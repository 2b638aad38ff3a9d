import type { ParserId } from '#shared/model/ids.ts';
import type { ByteSource, ParsedEvent, Parser, Sink } from '../../parser.ts';
import { fields } from './fields.ts';
import { LogReader } from './log-reader.ts';
import { sniff } from './sniff.ts';
import { claimWindow } from './window.ts';

/**
 * Windows XML event logs (`.evtx`).
 *
 * Read are all records in their places; and as recovered ones, those left whole in the slack of chunks, in damaged
 * areas, in chunks that the log no longer counts, and inside other records. A template that is gone in one chunk is
 * taken from another of the same file.
 *
 * What is not recovered, and how that shows:
 * - Records of which the beginning or the end was overwritten or cut off: their bytes stay unexplained.
 * - Names of values whose template is in no chunk of the file any more: the values are kept in their order, as
 *   `Values`, with the event id, time and other parts of `<System>` that are told by their place, but without
 *   provider, channel and host unless these are among the values.
 * - Text that Windows would add from the provider's own files (full messages, `%%` parameters, names of tasks and
 *   keywords): the log does not hold it. Messages here come from `describe/catalogue`, for ids that matter.
 * - The code page of ANSI text, which the format does not name: it is read as Latin-1.
 * - Records that were overwritten altogether, as when a log wraps around: gaps in the record numbers tell of them.
 *
 * A record is a copy of another, and not an event of its own, when number and time of writing are the same.
 * Logs of Windows before Vista (`.evt`) are another format.
 */
export const parser: Parser = {
  id: 'evtx' as ParserId,
  version: 1,
  title: 'Windows event log',
  spec: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-even6',
  zone: 'utc',
  fields,
  sniff,
  parse: (input, out) => claimWindow(() => new LogReader(input, out).read()),
  reread: (input, out, _context, at) =>
    claimWindow(() => {
      if (!rereadOne(input, out, at.offset, 'chunk')) rereadOne(input, out, at.offset, 'file');
    }),
};

/** Emits the event at one offset, from its chunk alone or from the file as a whole; tells whether it was there. */
function rereadOne(input: ByteSource, out: Sink, offset: number, scope: 'chunk' | 'file'): boolean {
  let found = false;
  const only: Sink = {
    event(event: ParsedEvent): void {
      if (event.offset !== offset) return;
      found = true;
      out.event(event);
    },
    issue: () => undefined,
    record: () => undefined,
    parsed: () => undefined,
    skipped: () => undefined,
    position: (at) => out.position(at),
  };
  const reader = new LogReader(input, only, scope === 'chunk');
  if (scope === 'chunk') reader.readChunkOf(offset);
  else reader.read();
  return found;
}
