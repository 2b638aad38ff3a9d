import type { FieldList } from '../../../field-list.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { ipOf } from '../../../text/ip.ts';
import { numberOr } from '../../../text/number.ts';
import { FIELD } from '../fields.ts';
import type { ProgramReader } from './program.ts';

/** `[  316.559919] `, seconds since boot. */
const UPTIME = /^\s*\[\s*\d+\.\d+\] /;
const PACKET = /(?:^|[ :\]])IN=\S* OUT=\S* /;
const BLOCKED = /BLOCK|DROP|REJECT|DENY|DENIED/i;
const ALLOWED = /ALLOW|ACCEPT|PASS/i;
/**
 * Kernel messages. Those of netfilter's LOG target (iptables, nftables, ufw, firewalld, shorewall) become network
 * events with the packet's fields under their own names: IN, OUT, SRC, DST, PROTO, SPT, DPT and so on.
 */
export const readKernel: ProgramReader = (message, event, fields) => {
  const text = message.replace(UPTIME, '');
  const at = text.includes('IN=') ? text.search(PACKET) : -1;
  if (at < 0) readNotice(text, event, fields);
  else readPacket(text, text.indexOf('IN=', at), event, fields);
};

const NUMBERS = new Set(
  'LEN TTL ID SPT DPT WINDOW URGP UID GID CODE TYPE SEQ HOPLIMIT FLOWLBL'.split(' '),
);

function readPacket(text: string, at: number, event: ParsedEvent, fields: FieldList): void {
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
  fields.put('PREFIX', prefix);
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
    // An ICMP error quotes the packet it is about, in brackets: the outer packet's fields come first and stand.
    fields.put(key, NUMBERS.has(key) ? numberOr(value) : value);
    if (key === 'SRC') event.sourceIp ??= ipOf(value);
    else if (key === 'DST') event.destinationIp ??= ipOf(value);
  }
  if (flags !== '') fields.put('FLAGS', flags);
}

const NOTICES: readonly (readonly [
  RegExp,
  (found: RegExpExecArray, event: ParsedEvent, fields: FieldList) => void,
])[] = [
  [
    /^(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process (\d+) \(([^)]*)\)/,
    (found, event, fields) => {
      event.category = 'process';
      event.action = 'process-killed';
      fields.put(FIELD.reason, 'out of memory');
      fields.put(FIELD.commandLine, found[2]);
    },
  ],
  [
    /^([^[\s]+)\[(\d+)\](?:: segfault at|: general protection| trap )/,
    (found, event, fields) => {
      event.category = 'process';
      event.action = 'process-crashed';
      fields.put(FIELD.commandLine, found[1]);
    },
  ],
  [
    /^device (\S+) (entered|left) promiscuous mode/,
    (found, event, fields) => {
      event.category = 'network';
      event.action = found[2] === 'entered' ? 'promiscuous-mode-on' : 'promiscuous-mode-off';
      fields.put(FIELD.interface, found[1]);
    },
  ],
  [
    /^(\S+): (?:entered|left) promiscuous mode/,
    (found, event, fields) => {
      event.category = 'network';
      event.action = found[0].includes('entered') ? 'promiscuous-mode-on' : 'promiscuous-mode-off';
      fields.put(FIELD.interface, found[1]);
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
    (found, event, fields) => {
      event.category = 'driver';
      event.action = 'module-loaded';
      fields.put(FIELD.service, found[1]);
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

function readNotice(text: string, event: ParsedEvent, fields: FieldList): void {
  event.category = 'host';
  for (const [pattern, read] of NOTICES) {
    const found = pattern.exec(text);
    if (found !== null) {
      read(found, event, fields);
      return;
    }
  }
}
