import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isSystemError } from './io-failure.ts';

/** Names one process among all that ever ran, as far as the system allows. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it started, in the system's own clock ticks since boot; a reused pid has another. Linux only. */
  readonly started?: string;
  /** This boot of the machine, and the name space in which the pid counts. Linux only. */
  readonly boot?: string;
  readonly namespace?: string;
}

/**
 * dead: certainly gone · alive: certainly running · rebooted: gone, unless two machines share one host name ·
 * unknown: out of sight (another machine or container), or its pid may have been given to another program.
 */
export type Liveness = 'dead' | 'alive' | 'rebooted' | 'unknown';

export function currentProcess(): ProcessIdentity {
  const started = startOf(process.pid);
  const boot = readIfThere('/proc/sys/kernel/random/boot_id');
  const namespace = pidNamespace();
  return {
    host: hostname(),
    pid: process.pid,
    ...(started === undefined ? {} : { started }),
    ...(boot === undefined ? {} : { boot }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}

export function livenessOf(other: ProcessIdentity, self: ProcessIdentity): Liveness {
  if (other.host !== self.host) return 'unknown';
  if (other.boot !== self.boot) return 'rebooted';
  if (other.namespace !== self.namespace) return 'unknown';
  if (!exists(other.pid)) return 'dead';
  if (other.started === undefined) return 'unknown';
  return startOf(other.pid) === other.started ? 'alive' : 'dead';
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // EPERM: it is there and belongs to somebody else.
    return error.code === 'EPERM';
  }
}

/**
 * Field 22 of /proc/<pid>/stat (proc(5)); the name in field 2 may hold spaces and brackets. A process that was killed
 * and whose parent has not heard of it yet keeps its pid, but has ended.
 */
function startOf(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === 'Z' || state === 'X' ? undefined : fields[18];
}

function pidNamespace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
