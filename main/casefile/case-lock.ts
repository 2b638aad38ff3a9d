import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isSystemError, reasonOf } from './io-failure.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { currentProcess, livenessOf } from './process-identity.ts';

const schema = z.object({
  token: z.string(),
  host: z.string(),
  pid: z.int(),
  started: z.string().exactOptional(),
  boot: z.string().exactOptional(),
  namespace: z.string().exactOptional(),
  /** ISO 8601 UTC. */
  since: z.string(),
  analyst: z.string(),
});
export type LockOwner = z.infer<typeof schema>;

export type LockAttempt =
  | { readonly state: 'held'; readonly lock: CaseLock; readonly tookOver?: TakeOver }
  /** A whole sentence. */
  | { readonly state: 'refused'; readonly reason: string };

/** A lock left behind by a process that is gone. */
export interface TakeOver {
  /** Undefined when the lock file was not readable. */
  readonly from: LockOwner | undefined;
  /** Last sign of life, ISO 8601 UTC. */
  readonly lastSeen: string;
  readonly why: string;
}

/** The holder touches the file this often. */
const HEARTBEAT_MS = 2_000;
/** A lock whose holder cannot be seen is taken for abandoned after this long without a touch … */
const SILENT_MS = 60_000;
/** … and, since clocks of two machines may differ, not before it was watched this long. */
const WATCH_MS = 5_000;
/** Writing a lock file takes far less; an unreadable one that is older was left by a crash. */
const UNREADABLE_MS = 10_000;

/**
 * At most one process writes to a case. The lock is a file naming its holder, who touches it every two seconds; a
 * killed holder is recognised at once on the same machine and after a minute's silence elsewhere.
 */
export class CaseLock {
  private readonly timer: NodeJS.Timeout;
  private lostReason: string | undefined;

  private constructor(
    private readonly path: string,
    private readonly token: string,
    private readonly onLost: (reason: string) => void,
  ) {
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS);
    this.timer.unref();
  }

  static async acquire(
    path: string,
    analyst: string,
    clock: () => number,
    onLost: (reason: string) => void,
  ): Promise<LockAttempt> {
    const self = currentProcess();
    const owner: LockOwner = {
      token: randomUUID(),
      ...self,
      since: new Date(clock()).toISOString(),
      analyst,
    };
    let tookOver: TakeOver | undefined;
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        if (await createLock(path, owner)) {
          const lock = new CaseLock(path, owner.token, onLost);
          return { state: 'held', lock, ...(tookOver === undefined ? {} : { tookOver }) };
        }
      } catch (error) {
        const { why } = reasonOf(error);
        return { state: 'refused', reason: `The case folder cannot be written to: ${why}.` };
      }
      const found = await inspect(path, self);
      if (found.state === 'held') return { state: 'refused', reason: found.reason };
      if (found.state === 'stale' && (await removeStale(path, found.token, self))) {
        tookOver = found.takeOver;
      }
      if (found.state !== 'gone') await sleep(20);
    }
    return { state: 'refused', reason: 'Other processes keep locking and releasing this case.' };
  }

  /** Why the lock is no longer ours, once that is so. */
  get lost(): string | undefined {
    return this.lostReason;
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    if (this.lostReason !== undefined) return;
    const owner = await readOwner(this.path);
    if (owner?.token === this.token) await rm(this.path, { force: true });
  }

  private async beat(): Promise<void> {
    try {
      const owner = await readOwner(this.path);
      if (owner?.token !== this.token) {
        this.lose('Another process took the lock of this case over.');
        return;
      }
      const now = new Date();
      await utimes(this.path, now, now);
    } catch (error) {
      this.lose(`The lock of this case cannot be kept: ${reasonOf(error).why}.`);
    }
  }

  private lose(reason: string): void {
    if (this.lostReason !== undefined) return;
    clearInterval(this.timer);
    this.lostReason = reason;
    this.onLost(reason);
  }
}

/** False when there is a lock file already. */
async function createLock(path: string, owner: object): Promise<boolean> {
  let handle;
  try {
    handle = await open(path, 'wx', 0o644);
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    await handle.writeFile(`${JSON.stringify(owner, null, 2)}\n`);
  } finally {
    await handle.close();
  }
  return true;
}

/** The holder named in a lock file; undefined when there is none or it cannot be read yet. */
async function readOwner(path: string): Promise<LockOwner | undefined> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

type Inspection =
  | { readonly state: 'gone' | 'unclear' }
  | { readonly state: 'held'; readonly reason: string }
  | { readonly state: 'stale'; readonly token: string | undefined; readonly takeOver: TakeOver };

async function inspect(path: string, self: ProcessIdentity): Promise<Inspection> {
  const touched = await touchedAt(path);
  if (touched === undefined) return { state: 'gone' };
  const silentMs = Date.now() - touched;
  const lastSeen = new Date(touched).toISOString();
  const owner = await readOwner(path);
  const stale = (why: string): Inspection => ({
    state: 'stale',
    token: owner?.token,
    takeOver: { from: owner, lastSeen, why },
  });
  if (owner === undefined) {
    return silentMs > UNREADABLE_MS ? stale('its lock file is unreadable') : { state: 'unclear' };
  }
  const who = `${owner.analyst} on ${owner.host}, process ${owner.pid}, since ${owner.since.slice(0, 16).replace('T', ' ')} UTC`;
  const held: Inspection = { state: 'held', reason: `The case is open elsewhere: ${who}.` };
  switch (livenessOf(owner, self)) {
    case 'dead':
      return stale('its process is gone');
    case 'alive':
      return held;
    case 'rebooted':
      return silentMs > SILENT_MS ? stale('the machine was restarted since') : held;
    case 'unknown': {
      if (silentMs <= SILENT_MS) return held;
      await sleep(WATCH_MS);
      const later = await touchedAt(path);
      if (later === undefined) return { state: 'gone' };
      return later === touched ? stale(`it gave no sign of life since ${lastSeen}`) : held;
    }
  }
}

async function touchedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes an abandoned lock, unless somebody else did so first: whoever wants to must hold a second lock meanwhile,
 * and looks again under it. False when it was not removed.
 */
async function removeStale(
  path: string,
  token: string | undefined,
  self: ProcessIdentity,
): Promise<boolean> {
  const guard = `${path}.take-over`;
  if (!(await createLock(guard, self))) {
    const since = await touchedAt(guard);
    // Left by a crash within these few milliseconds.
    if (since !== undefined && Date.now() - since > UNREADABLE_MS) await rm(guard, { force: true });
    return false;
  }
  try {
    if ((await readOwner(path))?.token !== token) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}
