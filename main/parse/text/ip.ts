import { isIPv6 } from 'node:net';
import { ownText } from './own-text.ts';

/** Addresses met, one string object for each, so that those who compare or count them later do it at once. */
const known4 = new Map<number, string>();
const known6 = new Map<string, string | undefined>();
const MAX_KNOWN = 65_536;

/** The address in dotted form as a number, which may be negative; NaN when it is none. */
function ipv4Number(text: string): number {
  const { length } = text;
  if (length < 7 || length > 15) return Number.NaN;
  let value = -1;
  let address = 0;
  let dots = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 46) {
      if (value < 0 || ++dots > 3) return Number.NaN;
      address = (address << 8) | value;
      value = -1;
    } else {
      const digit = unit - 48;
      // A leading zero is octal to some and decimal to others: such a text is no address.
      if (digit < 0 || digit > 9 || value === 0) return Number.NaN;
      value = value < 0 ? digit : value * 10 + digit;
      if (value > 255) return Number.NaN;
    }
  }
  return dots === 3 && value >= 0 ? (address << 8) | value : Number.NaN;
}

export const isIpv4 = (text: string): boolean => !Number.isNaN(ipv4Number(text));

/**
 * The address in a text that is one, undefined otherwise. IPv6 is given in the form of RFC 5952, without brackets
 * and zone index, and an IPv4 address mapped into IPv6 as IPv4, so that one host has one name.
 */
export function ipOf(text: string): string | undefined {
  const number = ipv4Number(text);
  if (!Number.isNaN(number)) {
    const known = known4.get(number);
    if (known !== undefined) return known;
    const own = ownText(text);
    if (known4.size < MAX_KNOWN) known4.set(number, own);
    return own;
  }
  if (text.length > 64 || !text.includes(':')) return undefined;
  if (known6.has(text)) return known6.get(text);
  const own = ownText(text);
  const address = ipv6Of(own);
  if (known6.size < MAX_KNOWN) known6.set(own, address);
  return address;
}

function ipv6Of(text: string): string | undefined {
  let bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const zone = bare.indexOf('%');
  if (zone > 0) bare = bare.slice(0, zone);
  if (!isIPv6(bare)) return undefined;
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (mapped === null) return canonical;
  const high = Number.parseInt(mapped[1] ?? '', 16);
  const low = Number.parseInt(mapped[2] ?? '', 16);
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
