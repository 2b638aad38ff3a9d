import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Process ids below a process, itself first; read from /proc. */
export function processTree(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (id: number): number[] => [id, ...(children.get(id) ?? []).flatMap(below)];
  return below(pid);
}

/** SIGKILL to a process and everything below it, and waits until none is left running. */
export async function killTree(pid: number): Promise<void> {
  const pids = processTree(pid);
  for (const id of pids) signal(id, 'SIGKILL');
  while (pids.some(isAlive)) await sleep(10);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** False for a zombie too: it has ended and only waits for its parent to hear of it. */
export function isAlive(pid: number): boolean {
  const state = statusOf(pid)?.[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

const parentOf = (pid: number): number | undefined => {
  const parent = statusOf(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
};

/** State and parent, from /proc/<pid>/stat; the command's name, in brackets, may hold anything. */
function statusOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
