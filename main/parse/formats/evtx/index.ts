import type { ParserId } from '#shared/model/ids.ts';
import type { ByteSource, ParsedEvent, Parser, Sink } from '../../parser.ts';
import { fields } from './fields.ts';
import { LogReader } from './log-reader.ts';
import { sniff } from './sniff.ts';
import { claimWindow } from './window.ts';

/** Windows XML event logs (`.evtx`). */
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
