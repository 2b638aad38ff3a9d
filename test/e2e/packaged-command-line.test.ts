import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { authLog } from '../fixtures/triage.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-command-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs a command as the packaged program does: in the real runtime, not in this machine's Node. */
function fireline(...args: string[]) {
  const electron = inject('electron');
  return spawnSync(electron.executable, [...electron.args, ...args], {
    env: {
      ...process.env,
      ...electron.env,
      FIRELINE_HOME: join(scratch, 'home'),
      FIRELINE_USER_DATA: join(scratch, 'user'),
    },
    encoding: 'utf8',
    timeout: 45_000,
    maxBuffer: 2 ** 26,
  });
}

describe('the command line of the packaged program', () => {
  it('ends when it is done, with its exit status and all of its output', () => {
    const folder = join(scratch, 'c.fireline');
    const log = join(scratch, 'auth.log');
    writeFileSync(log, authLog(3_000));
    const made = fireline('new', folder, '--title', 'Packaged');
    expect([made.status, made.signal]).toEqual([0, null]);
    const taken = fireline('ingest', folder, log, '--json');
    expect(taken.status).toBe(0);
    const listed = fireline('events', folder, '--format', 'jsonl');
    expect(listed.status).toBe(0);
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(3_000);
    expect(fireline('events', join(scratch, 'none')).status).toBe(3);
  });
});
