import { createHmac } from 'node:crypto';
import type { Sha256 } from '#shared/model/ids.ts';

/**
 * A digest that says nothing to whoever has not the key: HMAC-SHA-256 of it, hex. The plain digest of a record of which
 * all but a redacted name is known would confirm a guess of the name.
 * @param key 32 bytes, hex; kept in the ledger of the case, beside the sealing of the report
 */
export const keyedDigest = (digest: Sha256, key: Sha256): Sha256 =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(digest, 'utf8').digest('hex') as Sha256;
