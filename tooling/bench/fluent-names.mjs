// What the case of the fluency benchmark speaks of: entities of six kinds, the same at every run.

/** @typedef {'host' | 'account' | 'ip' | 'domain' | 'file' | 'hash'} Kind */

/** Of a hundred entities, so many are of each kind. */
/** @type {Readonly<Record<Kind, number>>} */
const SHARES = { host: 16, account: 18, ip: 18, domain: 10, file: 10, hash: 8 };
/** Of a hundred entities, so many stand in no event: somebody spoke of them. */
const UNSEEN = 20;

/** @type {Readonly<Record<Kind, (n: number) => string>>} */
const WRITTEN = {
  host: (n) => `ws${String(n).padStart(4, '0')}.plant.example`,
  account: (n) => `PLANT\\user${String(n).padStart(4, '0')}`,
  ip: (n) => `10.${20 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`,
  domain: (n) => `cdn${n}.delivery-${n % 17}.example`,
  file: (n) => `C:\\ProgramData\\Agent${n % 40}\\module-${n}.dll`,
  hash: (n) => (n + 1).toString(16).padStart(8, '0').repeat(8),
};

/**
 * @param {number} entities how many in all
 * @returns {{ readonly seen: Readonly<Record<Kind, readonly string[]>>, readonly unseen: readonly string[] }}
 * by kind those that events name; and hosts of which only people spoke
 */
export function entityNames(entities) {
  const names = (/** @type {Kind} */ kind) =>
    Array.from({ length: Math.round((entities * SHARES[kind]) / 100) }, (_, n) => WRITTEN[kind](n));
  const unseen = Array.from(
    { length: Math.round((entities * UNSEEN) / 100) },
    (_, n) => `told${String(n).padStart(4, '0')}.plant.example`,
  );
  return {
    seen: {
      host: names('host'),
      account: names('account'),
      ip: names('ip'),
      domain: names('domain'),
      file: names('file'),
      hash: names('hash'),
    },
    unseen,
  };
}
