import type { ParsedEvent } from '../../../parser.ts';
import { ipOf } from '../../../text/ip.ts';
import { numberOr } from '../../../text/number.ts';
import { shapeOf } from '../../../text/shapes.ts';
import { FIELD, KEYS, type Values } from '../fields.ts';
import type { ProgramReader } from './program.ts';

const start = shapeOf([...KEYS, 'PREFIX']);
/** `[  316.559919] `, seconds since boot. */
const UPTIME = /^\s*\[\s*\d+\.\d+\] /;
const PACKET = /(?:^|[ :\]])IN=\S* OUT=\S* /;
const BLOCKED = /BLOCK|DROP|REJECT|DENY|DENIED/i;
const ALLOWED = /ALLOW|ACCEPT|PASS/i;
/**
 * Kernel messages. Those of netfilter's LOG target (iptables, nftables, ufw, firewalld, shorewall) become network
 * events with the packet's fields under their own names: IN, OUT, SRC, DST, PROTO, SPT, DPT and so on.
 */
export const readKernel: ProgramReader = (message, event, values) => {
  const text = message.replace(UPTIME, '');
  const at = text.includes('IN=') ? text.search(PACKET) : -1;
  if (at < 0) readNotice(text, event, values);
  else readPacket(text, text.indexOf('IN=', at), event, values);
};

const NUMBERS = new Set(
  'LEN TTL ID SPT DPT WINDOW URGP UID GID CODE TYPE SEQ HOPLIMIT FLOWLBL'.split(' '),
);

function readPacket(text: string, at: number, event: ParsedEvent, values: Values): void {
  const prefix = text.substring(0, at).trim();
  event.category = 'network';
  event.action = 'firewall-log';
  if (BLOCKED.test(prefix)) {
    event.action = 'firewall-block';
    event.outcome = 'failure';
  } else if (ALLOWED.test(prefix)) {
    event.action = 'firewall-allow';
    event.outcome = 'success';
  }
  const found: Values = values.slice();
  found.push(prefix);
  let shape = start;
  let flags = '';
  for (const word of text.substring(at).split(' ')) {
    const equals = word.indexOf('=');
    if (equals < 0) {
      if (word !== '') flags = flags === '' ? word : `${flags} ${word}`;
      continue;
    }
    const value = word.substring(equals + 1);
    if (value === '') continue;
    const key = word.substring(0, equals);
    // An ICMP error quotes the packet it is about, in brackets: the outer packet's fields come first.
    if (shape.keys.includes(key)) continue;
    shape = shape.with(key);
    found.push(NUMBERS.has(key) ? numberOr(value) : value);
    if (key === 'SRC') event.sourceIp = ipOf(value);
    else if (key === 'DST') event.destinationIp = ipOf(value);
  }
  if (flags !== '') {
    shape = shape.with('FLAGS');
    found.push(flags);
  }
  event.keys = shape.keys;
  event.values = found;
}

const NOTICES: readonly (readonly [
  RegExp,
  (found: RegExpExecArray, event: ParsedEvent, values: Values) => void,
])[] = [
  [
    /^(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process (\d+) \(([^)]*)\)/,
    (found, event, values) => {
      event.category = 'process';
      event.action = 'process-killed';
      values[FIELD.reason] = 'out of memory';
      values[FIELD.commandLine] = found[2];
    },
  ],
  [
    /^([^[\s]+)\[(\d+)\](?:: segfault at|: general protection| trap )/,
    (found, event, values) => {
      event.category = 'process';
      event.action = 'process-crashed';
      values[FIELD.commandLine] = found[1];
    },
  ],
  [
    /^device (\S+) (entered|left) promiscuous mode/,
    (found, event, values) => {
      event.category = 'network';
      event.action = found[2] === 'entered' ? 'promiscuous-mode-on' : 'promiscuous-mode-off';
      values[FIELD.interface] = found[1];
    },
  ],
  [
    /^(\S+): (?:entered|left) promiscuous mode/,
    (found, event, values) => {
      event.category = 'network';
      event.action = found[0].includes('entered') ? 'promiscuous-mode-on' : 'promiscuous-mode-off';
      values[FIELD.interface] = found[1];
    },
  ],
  [
    /^usb \S+: (New USB device found|USB disconnect)/,
    (found, event) => {
      event.category = 'host';
      event.action = found[1] === 'USB disconnect' ? 'usb-disconnected' : 'usb-connected';
    },
  ],
  [
    /^(\S+): (?:module verification failed|loading out-of-tree module)/,
    (found, event, values) => {
      event.category = 'driver';
      event.action = 'module-loaded';
      values[FIELD.service] = found[1];
    },
  ],
  [
    /^Linux version \S+/,
    (_found, event) => {
      event.category = 'host';
      event.action = 'host-started';
    },
  ],
];

function readNotice(text: string, event: ParsedEvent, values: Values): void {
  event.category = 'host';
  for (const [pattern, read] of NOTICES) {
    const found = pattern.exec(text);
    if (found !== null) {
      read(found, event, values);
      return;
    }
  }
}
