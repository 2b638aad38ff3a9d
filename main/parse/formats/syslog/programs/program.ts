import type { FieldList } from '../../../field-list.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { ipOf } from '../../../text/ip.ts';
import { FIELD } from '../fields.ts';

/**
 * What is known of one program's messages. It sets category, action, outcome, names and fields of the event from
 * the message, and leaves alone what it does not recognise: a message that nobody knows is still an event.
 */
export type ProgramReader = (message: string, event: ParsedEvent, fields: FieldList) => void;

/** Where a connection came from: an address, or a name when the daemon resolved it. */
export function setSource(
  event: ParsedEvent,
  fields: FieldList,
  host: string,
  port?: string,
): void {
  const ip = ipOf(host);
  if (ip === undefined) {
    if (host !== '' && host !== 'UNKNOWN') fields.put(FIELD.sourceDomain, host);
  } else event.sourceIp = ip;
  if (port !== undefined && port !== '') fields.put(FIELD.sourcePort, Number(port));
}
