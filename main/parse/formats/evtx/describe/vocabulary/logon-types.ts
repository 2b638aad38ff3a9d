/** Logon types of Security 4624 and its kin (SECURITY_LOGON_TYPE). */
export const LOGON_TYPES: { readonly [type: string]: string } = {
  0: 'system',
  2: 'interactive',
  3: 'network',
  4: 'batch',
  5: 'service',
  7: 'unlock',
  8: 'network, cleartext password',
  9: 'new credentials',
  10: 'remote desktop',
  11: 'cached interactive',
  12: 'cached remote desktop',
  13: 'cached unlock',
};
