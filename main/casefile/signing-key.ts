import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import type { Analyst } from '#shared/model/case.ts';
import type { AnalystId } from '#shared/model/ids.ts';

/** Who signs: the analyst and the power to sign in that name. */
export interface Signer {
  readonly analyst: Analyst;
  /** Ed25519 signature, 64 bytes. */
  sign(message: Uint8Array): Buffer;
}

/** An analyst is the key: the first 32 hex digits of the SHA-256 of the public key (SPKI, DER). */
export const analystIdOf = (publicKey: KeyObject): AnalystId =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32) as AnalystId;

/** The Ed25519 public key in a PEM text, or undefined when it holds none. */
export function readPublicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: pem, format: 'pem' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch (error) {
    // OpenSSL and Node have a dozen codes for “not a key”; every one is an Error with a code.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

export const createSigner = (analyst: Analyst, privateKey: KeyObject): Signer => ({
  analyst,
  sign: (message) => sign(null, message, privateKey),
});

/** The public keys that count in one case, by analyst. */
export class KeyRing {
  private readonly keys = new Map<AnalystId, KeyObject>();

  /** Analysts whose key does not fit their id are left out, so nothing they signed verifies. */
  constructor(analysts: Iterable<Analyst>) {
    for (const analyst of analysts) this.add(analyst);
  }

  add(analyst: Analyst): void {
    const key = readPublicKey(analyst.publicKey);
    if (key !== undefined && analystIdOf(key) === analyst.id) this.keys.set(analyst.id, key);
  }

  has(id: AnalystId): boolean {
    return this.keys.has(id);
  }

  verify(id: AnalystId, message: Uint8Array, signature: Uint8Array): boolean {
    const key = this.keys.get(id);
    return key !== undefined && verify(null, message, key, signature);
  }
}
