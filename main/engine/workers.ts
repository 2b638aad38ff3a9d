import { availableParallelism } from 'node:os';
import { Hasher } from '../evidence/hasher.ts';
import { ParsePool } from '../parse/parse-client.ts';
import { builtWorker } from '../parse/worker-file.ts';

/** The threads that hash and parse. They outlive a case: warm ones are many times faster. */
export class Workers {
  readonly hasher = new Hasher(builtWorker('hash-worker.js'));
  readonly pool = new ParsePool({ threads: Math.max(1, availableParallelism() - 1) });

  async close(): Promise<void> {
    await Promise.all([this.hasher.close(), this.pool.close()]);
  }
}
