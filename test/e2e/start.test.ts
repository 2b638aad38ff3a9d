import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSampleEvidence } from '#main/sample/write-sample.ts';
import { root } from '../../tooling/project.mjs';
import { launchFireline } from './harness.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-start-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm start -- …` on a machine without a display. */
function start(home: string, args: readonly string[] = []): Promise<Run> {
  const env: NodeJS.ProcessEnv = { ...process.env, FIRELINE_HOME: home };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'FIRELINE_USER_DATA', 'NODE_OPTIONS'])
    delete env[name];
  const child = spawn(process.execPath, [join(root, 'tooling', 'start.mjs'), ...args], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** What a line of the closing summary says. */
const told = (run: Run, what: string): string =>
  new RegExp(`^${what} +(.*?)(?: \\(.*\\))?$`, 'm').exec(run.out)?.[1] ?? '';

const isPicture = (path: string): boolean => {
  const bytes = readFileSync(path);
  return bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.length > 10_000;
};

describe('npm start', () => {
  it('without a display works the sample case in the real window, and says where everything is', async () => {
    const run = await start(scratch);
    expect(run.err).not.toMatch(/failed/);
    expect(run.code).toBe(0);
    const folder = told(run, 'case');
    expect(existsSync(join(folder, 'ledger.jsonl'))).toBe(true);
    expect(run.out).toMatch(/\([1-9]\d,\d{3} events\)/);
    const pdf = readFileSync(told(run, 'report'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(100_000);
    expect(JSON.parse(readFileSync(told(run, 'proof'), 'utf8'))).toBeTypeOf('object');
    expect(run.out).toMatch(/Intact: \d\d+ checks passed\./);
    const pictures = readdirSync(told(run, 'screenshots'));
    for (const screen of ['cases', 'evidence', 'explore', 'board', 'report', 'activity'])
      expect(pictures.some((name) => name.endsWith(`-${screen}.png`))).toBe(true);
    for (const name of pictures) expect(isPicture(join(told(run, 'screenshots'), name))).toBe(true);
  }, 600_000);

  it('with evidence makes a case of it', async () => {
    const paths = await writeSampleEvidence(join(scratch, 'evidence'));
    const named = paths.filter((path) => /auth\.log$|Defender\.evtx$/.test(path));
    const run = await start(join(scratch, 'home'), named);
    expect(run.err).not.toMatch(/failed/);
    expect(run.code).toBe(0);
    expect(told(run, 'case')).toMatch(/Evidence of .*\.fireline$/);
    expect(run.out).toContain('times without a zone are read as UTC');
    expect(run.out).toMatch(/Intact: \d+ checks passed\./);
  }, 600_000);

  it('with a path that is not there says so in one line', async () => {
    const run = await start(scratch, [join(scratch, 'none.evtx')]);
    expect(run.code).toBe(1);
    expect(run.out).toBe('');
    expect(run.err.trim().split('\n')).toEqual([
      `fireline start: there is no file or folder ${join(scratch, 'none.evtx')}`,
    ]);
  });

  it('with a display offers the sample case at the first start', async () => {
    const fireline = await launchFireline();
    const offer = fireline.page.getByRole('button', { name: 'Open the sample case' });
    await offer.waitFor();
    // Once it is known who sits there.
    await expect.poll(() => offer.isEnabled()).toBe(true);
    await fireline.close();
  });
});
