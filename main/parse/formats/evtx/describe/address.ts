/** Texts seen, with the IP address in them; undefined where there is none that says anything. */
const known = new Map<string, string | undefined>();
const MAX_KNOWN = 1 << 14;

/**
 * The IP address that a text is: without port, brackets, zone and IPv4-in-IPv6 prefix. Undefined for `-`, words
 * such as LOCAL, and the unspecified addresses, which name nobody. Loopback is kept: it is a place.
 */
export function ipAddress(text: string | undefined): string | undefined {
  if (text === undefined || text.length < 2) return undefined;
  const cached = known.get(text);
  if (cached !== undefined || known.has(text)) return cached;
  if (known.size >= MAX_KNOWN) known.clear();
  const address = read(text.trim());
  known.set(text, address);
  return address;
}

const UNSPECIFIED = new Set(['::', '0.0.0.0', '0:0:0:0:0:0:0:0']);
const IPV4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/;
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const IPV6 = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\d{1,3}(?:\.\d{1,3}){3})?$/i;
const BRACKETED = /^\[(?:CLIENT: *)?([^\]]+)\](?::\d+)?$/;
const LONGEST = 64;

function read(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = (BRACKETED.exec(text)?.[1] ?? text).replace(/%\w+$/, '');
  const v4 = IPV4.exec(bare)?.[1] ?? MAPPED.exec(bare)?.[1];
  if (v4 !== undefined) return isOctets(v4) && !UNSPECIFIED.has(v4) ? v4 : undefined;
  return IPV6.test(bare) && !UNSPECIFIED.has(bare) ? bare : undefined;
}

const isOctets = (text: string): boolean => text.split('.').every((octet) => Number(octet) < 256);
