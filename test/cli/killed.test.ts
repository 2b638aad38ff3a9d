import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tooling/project.mjs';
import { zipFile } from '#test/evidence/zip-writer.ts';
import { startedCase } from './started-case.ts';

const started = startedCase();

const LINES = 30_000;
const log = (host: string): string =>
  Array.from(
    { length: LINES },
    (_, n) =>
      `2026-05-1${2 + (n % 5)}T09:00:${String(n % 60).padStart(2, '0')}Z ${host} app[${n}]: request ${n * 7919} done\n`,
  ).join('');

/** Starts an ingest and ends it that way once the case folder has sealed that many files more. */
async function endAfter(
  paths: readonly string[],
  sealed: number,
  signal: NodeJS.Signals,
): Promise<number | null> {
  const { folder, home } = started();
  const vault = join(folder, 'c.fireline', 'evidence');
  const count = (): number =>
    readdirSync(vault, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\/[0-9a-f]{64}$/.test(name),
    ).length;
  const before = count();
  const child = spawn(
    process.execPath,
    [join(root, 'out', 'main', 'cli.js'), 'ingest', 'c.fireline', ...paths, '--json'],
    {
      cwd: folder,
      env: { ...process.env, FIRELINE_HOME: home, FIRELINE_USER_DATA: join(home, 'user') },
      stdio: 'ignore',
    },
  );
  // Once: a second interrupt ends the program at once, as people expect of it.
  const watching = setInterval(() => {
    if (count() - before < sealed) return;
    clearInterval(watching);
    child.kill(signal);
  }, 5);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watching);
  return code;
}

describe('fireline ingest', () => {
  it('killed with kill -9 goes on when the case is opened next, and every event is there once', async () => {
    const { folder, run } = started();
    mkdirSync(join(folder, 'more'));
    for (let n = 0; n < 4; n++) writeFileSync(join(folder, 'more', `${n}.log`), log(`killed${n}`));
    const members = ['killed4', 'killed5'].map((host) => ({
      name: `${host}.log`,
      data: log(host),
      method: 8,
    }));
    writeFileSync(join(folder, 'more', 'z.zip'), zipFile(members));
    expect(await endAfter(['more'], 2, 'SIGKILL')).toBeNull();
    // In the middle of going on, once more: opening reads what is left, and that is killed as well.
    expect(await endAfter(['no-such-file'], 2, 'SIGKILL')).toBeNull();

    for (let n = 0; n < 6; n++) {
      const found = await run('events', 'c.fireline', '-q', `host:killed${n}`, '--format', 'count');
      expect(found).toMatchObject({ code: 0, stderr: '', stdout: `${LINES}\n` });
    }
    expect((await run('verify', 'c.fireline')).code).toBe(0);
  });

  it('interrupted by the analyst keeps what is whole, says so, and is not taken up again', async () => {
    const { folder, run } = started();
    mkdirSync(join(folder, 'stopped'));
    for (let n = 0; n < 6; n++)
      writeFileSync(join(folder, 'stopped', `${n}.log`), log(`stopped${n}`));
    expect(await endAfter(['stopped'], 3, 'SIGINT')).toBe(3);
    const count = async (n: number): Promise<number> =>
      Number(
        (await run('events', 'c.fireline', '-q', `host:stopped${n}`, '--format', 'count')).stdout,
      );
    // When the third is in the vault, the first is parsed: parsing is never more than one file behind.
    expect(await count(0)).toBe(LINES);
    expect(await count(5)).toBe(0);
    const again = await run('ingest', 'c.fireline', 'stopped', '--json');
    const statuses = again
      .json()
      .slice(0, -1)
      .map(({ status }) => status);
    expect(statuses.slice(0, 1)).toEqual(['duplicate']);
    expect(statuses.at(-1)).toBe('done');
  });
});
