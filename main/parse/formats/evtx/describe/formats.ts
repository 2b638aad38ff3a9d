import type { FieldValue } from '#shared/model/event.ts';
import { CONTROLS } from '../values/text.ts';
import { textOf } from '../event-data.ts';
import { DIRECTORY_OBJECTS } from './vocabulary/directory-objects.ts';
import { KERBEROS_ENCRYPTION, KERBEROS_RESULTS } from './vocabulary/kerberos.ts';
import { LOGON_TYPES } from './vocabulary/logon-types.ts';
import { NTSTATUS } from './vocabulary/ntstatus.ts';
import {
  DISCONNECT_REASONS,
  DNS_TYPES,
  FIREWALL_ACTION,
  FIREWALL_DIRECTION,
  IP_PROTOCOLS,
  PRE_AUTHENTICATION,
  SERVICE_START,
  TRUST_DIRECTION,
} from './vocabulary/numbers.ts';
import { PARAMETER_MESSAGES } from './vocabulary/parameter-messages.ts';

/** Turns a value that is present into words; undefined when it says nothing after all. */
export type Format = (value: FieldValue) => string | undefined;

/** Longer values are cut in messages; the fields keep them whole. */
const MAX_VALUE = 400;
const ALL_CONTROLS = new RegExp(`${CONTROLS.source}+`, 'g');

/** A value as part of one line. */
export function plainText(value: FieldValue): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : textOf(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}

/** Text of many lines as one, without other control characters either. */
export const joinLines = (text: string): string =>
  text.replaceAll(ALL_CONTROLS, ' ').replaceAll(/ {2,}/g, ' ').trim();

/** The same where it is needed, which it hardly ever is; other text as it is. */
export const asOneLine = (text: string): string => (CONTROLS.test(text) ? joinLines(text) : text);

/** The same of a value; cut before it is cleaned, so a long script costs no more than a short one. */
const oneLine = (text: string): string => joinLines(plainText(text));

/** The words for a code, with the code; the value itself where there are none. */
const worded =
  (words: { readonly [code: string]: string }, name: (code: string, word: string) => string) =>
  (value: FieldValue): string => {
    const code = plainText(value);
    const word = words[code];
    return word === undefined ? code : name(code, word);
  };

const wordOnly = (_code: string, word: string): string => word;
const wordAndCode = (code: string, word: string): string => `${word}, ${code}`;

const MAX_REMEMBERED = 4_096;

/** The few texts that a field has are worked on once; hostile logs only make it forget. */
function remembered(format: (value: FieldValue) => string): (value: FieldValue) => string {
  const known = new Map<string, string>();
  return (value) => {
    if (typeof value !== 'string' || value.length > MAX_VALUE) return format(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const text = format(value);
    known.set(value, text);
    return text;
  };
}

/** Replaces every `%%n` by its text, as Windows' own viewer does. */
function expanded(value: FieldValue): string {
  const text = plainText(value);
  return text.includes('%%')
    ? oneLine(
        text.replaceAll(/%%(\d+)/g, (whole, number: string) => PARAMETER_MESSAGES[number] ?? whole),
      )
    : text;
}

/** A list of privileges or accesses, written one a line, as `a, b, c`. */
const listed = (value: FieldValue): string =>
  expanded(typeof value === 'string' ? value.trim().replaceAll(/\s*[\r\n\t]+\s*/g, ', ') : value);

/** The same with names in place of the GUIDs of directory objects. */
const directory = (value: FieldValue): string =>
  listed(value).replaceAll(
    /\{([0-9a-f-]{36})\}/gi,
    (whole, guid: string) => DIRECTORY_OBJECTS[guid.toLowerCase()] ?? whole,
  );

const PATH = /^(?:[A-Za-z]:|\\\\|\\)/;
const isPath = (value: FieldValue): value is string =>
  typeof value === 'string' && PATH.test(value);

const FORMATS = {
  plain: plainText,
  /** An IPv4 address as such where Kerberos events write it as IPv6. */
  address: (value) => plainText(value).replace(/^::ffff:(?=\d+\.)/i, ''),
  line: (value) => oneLine(textOf(value)) || undefined,
  message: remembered(expanded),
  list: remembered(listed),
  directory: remembered(directory),
  logonType: worded(LOGON_TYPES, (code, word) => `${code}, ${word}`),
  ntstatus: worded(NTSTATUS, wordAndCode),
  kerberos: worded(KERBEROS_RESULTS, wordAndCode),
  /** Nothing for success. */
  kerberosFailure: (value) =>
    value === '0x0' ? undefined : worded(KERBEROS_RESULTS, wordAndCode)(value),
  ntFailure: (value) => (value === '0x0' ? undefined : worded(NTSTATUS, wordAndCode)(value)),
  encryption: worded(KERBEROS_ENCRYPTION, wordOnly),
  preAuthentication: worded(PRE_AUTHENTICATION, wordOnly),
  protocol: worded(IP_PROTOCOLS, wordOnly),
  serviceStart: worded(SERVICE_START, wordOnly),
  disconnect: worded(DISCONNECT_REASONS, wordOnly),
  firewallDirection: worded(FIREWALL_DIRECTION, wordOnly),
  firewallAction: worded(FIREWALL_ACTION, wordOnly),
  dnsType: worded(DNS_TYPES, wordOnly),
  /** Whether a connection went out or came in. */
  connected: (value) => (plainText(value) === 'false' ? 'accepted a connection' : 'connected'),
  trust: worded(TRUST_DIRECTION, wordOnly),
  /** The first of several unnamed values that is a path. */
  path: (value) =>
    Array.isArray(value)
      ? (value as readonly FieldValue[]).find(isPath)
      : isPath(value)
        ? value
        : undefined,
  /** `HostApplication=` of the block of settings that classic PowerShell events carry. */
  hostApplication: (value) =>
    /HostApplication=([^\r\n]+)/.exec(textOf(value))?.[1]?.trim() || undefined,
  /** What a scheduled task runs, from its XML. */
  taskCommand: (value) => {
    const xml = textOf(value);
    const command = /<Command>([^<]*)<\/Command>/i.exec(xml)?.[1];
    const given = /<Arguments>([^<]*)<\/Arguments>/i.exec(xml)?.[1];
    if (command === undefined) return undefined;
    return oneLine(unescaped(given === undefined ? command : `${command} ${given}`));
  },
} satisfies { readonly [name: string]: Format };

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);

export type FormatName = keyof typeof FORMATS;

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

export const formatNamed = (name: FormatName): Format => FORMATS[name];
