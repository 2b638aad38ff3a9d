import { afterAll, beforeAll } from 'vitest';
import { Hasher } from '#main/evidence/hasher.ts';
import { bundled } from '#test/casefile/bundled.ts';

/** One hasher with its real threads for all tests of a file. */
export function sharedHasher(): () => Hasher {
  let hasher: Hasher | undefined;
  beforeAll(async () => {
    hasher = new Hasher(await bundled('main/evidence/hash-worker.ts', 'hash-worker'));
  }, 60_000);
  afterAll(async () => hasher?.close());
  return () => {
    if (hasher === undefined) throw new Error('the hasher is made before the tests run');
    return hasher;
  };
}
