import { isIPv6 } from 'node:net';

/** True for a dotted IPv4 address without leading zeros beyond what inet_pton accepts. */
export function isIpv4(text: string): boolean {
  const { length } = text;
  if (length < 7 || length > 15) return false;
  let value = -1;
  let dots = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 46) {
      if (value < 0 || ++dots > 3) return false;
      value = -1;
    } else {
      const digit = unit - 48;
      if (digit < 0 || digit > 9) return false;
      value = value < 0 ? digit : value * 10 + digit;
      if (value > 255) return false;
    }
  }
  return dots === 3 && value >= 0;
}

/**
 * The address in a text that is one, undefined otherwise: brackets and a zone index are dropped, and an IPv4
 * address mapped into IPv6 is given as IPv4, so that one host has one name.
 */
export function ipOf(text: string): string | undefined {
  if (isIpv4(text)) return text;
  if (!text.includes(':')) return undefined;
  let bare = text.charCodeAt(0) === 91 && text.endsWith(']') ? text.slice(1, -1) : text;
  const zone = bare.indexOf('%');
  if (zone > 0) bare = bare.slice(0, zone);
  if (/^::ffff:/i.test(bare)) {
    const mapped = bare.slice(7);
    if (isIpv4(mapped)) return mapped;
  }
  return isIPv6(bare) ? bare.toLowerCase() : undefined;
}
