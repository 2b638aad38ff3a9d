import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { HASH_GROUPS, HashRing, type HashAnswer, type HashOrder } from './hash-protocol.ts';

/** One of the threads that hash what the reader puts into the ring. */
parentPort?.on('message', ({ control, data, group }: HashOrder) => {
  const ring = new HashRing(control, data);
  const hashes = (HASH_GROUPS[group] ?? []).map((name) => ({ name, hash: createHash(name) }));
  for (let n = 0; ; n++) {
    const bytes = ring.take(n);
    if (bytes === undefined) break;
    for (const { hash } of hashes) hash.update(bytes);
    ring.give(group, n);
  }
  const answer: HashAnswer = Object.fromEntries(
    hashes.map(({ name, hash }) => [name, hash.digest('hex')]),
  );
  parentPort?.postMessage(answer);
});
