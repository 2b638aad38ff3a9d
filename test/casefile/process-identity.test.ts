import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentProcess, livenessOf } from '#main/casefile/process-identity.ts';

/** State and start of a process, fields 3 and 22 of proc(5). */
function statOf(pid: number): { readonly state: string; readonly started: string } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', started: fields[19] ?? '' };
}

describe.skipIf(process.platform !== 'linux')('the liveness of a process', () => {
  it('is ours while we run', () => {
    const self = currentProcess();
    expect(livenessOf(self, self)).toBe('alive');
  });

  it('ends when it was killed, although its parent has not heard of it', async () => {
    // The shell starts a child and becomes a program that never asks for it.
    const parent = spawn('sh', ['-c', 'sleep 30 & echo $!; exec sleep 30']);
    try {
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(line.toString());
      // Until then the shell itself would hear of its child.
      await expect
        .poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim())
        .toBe('sleep');
      const self = currentProcess();
      const child = { ...self, pid, started: statOf(pid).started };
      expect(livenessOf(child, self)).toBe('alive');
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => statOf(pid).state).toBe('Z');
      expect(livenessOf(child, self)).toBe('dead');
    } finally {
      parent.kill('SIGKILL');
    }
  });
});
