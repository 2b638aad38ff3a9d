import type { FieldList } from '../../../field-list.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { ipOf } from '../../../text/ip.ts';
import { FIELD } from '../fields.ts';
import type { ProgramReader } from './program.ts';

const MESSAGE = /^(DHCP[A-Z]+|BOOTREQUEST|BOOTREPLY)\b(.*)$/;
const BOUND = /^bound to (\S+)/;
const CLIENT = /(?: of| for)? ?(\d[\d.]+)?(?: on (\S+))?(?: to (\S+))?(?: from (\S+))?/;
const SERVER =
  /(?: (?:of|for|on) (\d[\d.]+))?(?: \(\d[\d.]+\))?(?: (?:from|to) ([0-9a-f:]{17}))?(?: \(([^)]*)\))?(?: via (\S+?))?(?::|$| )/i;

function begin(message: string, event: ParsedEvent): string | undefined {
  event.category = 'network';
  const found = MESSAGE.exec(message);
  if (found === null) return undefined;
  const [, kind = '', rest] = found;
  event.action = `dhcp-${kind.replace(/^DHCP/, '').toLowerCase()}`;
  if (kind === 'DHCPNAK' || kind === 'DHCPDECLINE') event.outcome = 'failure';
  else if (kind === 'DHCPACK') event.outcome = 'success';
  return rest;
}

/** ISC dhclient: what this host asked for and was given. The address of the host is the source. */
export const readDhclient: ProgramReader = (message, event, fields) => {
  const bound = BOUND.exec(message);
  if (bound !== null) {
    event.category = 'network';
    event.action = 'dhcp-bound';
    event.outcome = 'success';
    event.sourceIp = ipOf(bound[1] ?? '');
    return;
  }
  const rest = begin(message, event);
  if (rest === undefined) return;
  const [, own, device, to, from] = CLIENT.exec(rest) ?? [];
  if (own !== undefined) event.sourceIp = ipOf(own);
  if (device !== undefined) fields.put(FIELD.interface, device);
  const server = to ?? from;
  if (server !== undefined) event.destinationIp = ipOf(server);
};

/** ISC dhcpd: which address went to which hardware address, and the name the client gave. */
export const readDhcpd: ProgramReader = (message, event, fields) => {
  const rest = begin(message, event);
  if (rest === undefined) return;
  setLease(rest, event, fields);
};

function setLease(rest: string, event: ParsedEvent, fields: FieldList): void {
  const [, address, hardware, name, device] = SERVER.exec(rest) ?? [];
  if (address !== undefined) event.sourceIp = ipOf(address);
  fields.put(FIELD.sourceMac, hardware);
  fields.put(FIELD.sourceDomain, name);
  fields.put(FIELD.interface, device);
}
