import type { ParsedEvent } from '../../../parser.ts';
import { ipOf } from '../../../text/ip.ts';
import { FIELD, type Values } from '../fields.ts';

/**
 * What is known of one program's messages. It sets category, action, outcome, names and fields of the event from
 * the message, and leaves alone what it does not recognise: a message that nobody knows is still an event.
 */
export type ProgramReader = (message: string, event: ParsedEvent, values: Values) => void;

/** Where a connection came from: an address, or a name when the daemon resolved it. */
export function setSource(event: ParsedEvent, values: Values, host: string, port?: string): void {
  const ip = ipOf(host);
  if (ip === undefined) {
    if (host !== '' && host !== 'UNKNOWN') values[FIELD.sourceDomain] = host;
  } else event.sourceIp = ip;
  if (port !== undefined && port !== '') values[FIELD.sourcePort] = Number(port);
}
