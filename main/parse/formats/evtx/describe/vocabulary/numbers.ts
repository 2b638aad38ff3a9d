/** IP protocol numbers (IANA) that firewall events show. */
export const IP_PROTOCOLS: { readonly [number: string]: string } = {
  0: 'any protocol',
  1: 'ICMP',
  2: 'IGMP',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6',
  47: 'GRE',
  50: 'ESP',
  58: 'ICMPv6',
  256: 'any protocol',
};

/** Start types of services (winsvc.h). */
export const SERVICE_START: { readonly [type: string]: string } = {
  0: 'boot start',
  1: 'system start',
  2: 'auto start',
  3: 'demand start',
  4: 'disabled',
};

/** Why a terminal session was disconnected (LocalSessionManager 40). */
export const DISCONNECT_REASONS: { readonly [code: string]: string } = {
  0: 'no reason given',
  1: 'disconnected by an administrative tool',
  2: 'logged off by an administrative tool',
  3: 'idle time limit',
  4: 'active time limit',
  5: 'another connection took over',
  6: 'out of memory',
  7: 'connection refused',
  9: 'insufficient privileges',
  10: 'credentials needed',
  11: 'disconnected by the user',
  12: 'logged off by the user',
};

/** Rule directions and actions of the Windows firewall. */
export const FIREWALL_DIRECTION: { readonly [code: string]: string } = {
  1: 'inbound',
  2: 'outbound',
};
export const FIREWALL_ACTION: { readonly [code: string]: string } = {
  1: 'bypass',
  2: 'block',
  3: 'allow',
};

/** Kinds of pre-authentication in Kerberos requests (RFC 4120 7.5.2, RFC 4556). */
export const PRE_AUTHENTICATION: { readonly [type: string]: string } = {
  0: 'none',
  2: 'encrypted timestamp',
  11: 'type information',
  14: 'smart card, old form',
  15: 'smart card',
  16: 'smart card',
  17: 'smart card reply',
  19: 'type information',
  20: 'service referral',
  138: 'encrypted challenge',
};

/** DNS record types. */
export const DNS_TYPES: { readonly [type: string]: string } = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  12: 'PTR',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
  33: 'SRV',
  65: 'HTTPS',
  255: 'any',
};

/** What happened to a trust, by its direction ([MS-ADTS] trustDirection). */
export const TRUST_DIRECTION: { readonly [code: string]: string } = {
  0: 'disabled',
  1: 'inbound',
  2: 'outbound',
  3: 'two-way',
};
