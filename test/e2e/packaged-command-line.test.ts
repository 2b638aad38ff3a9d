import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { authLog } from '../fixtures/triage.ts';
import { readPdf } from './pdf-pages.ts';

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
      // Here the runtime needs its switches (root, no display) for the window that prints, too.
      FIRELINE_PRINTER: JSON.stringify([electron.executable, ...electron.args]),
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

  it('prints a report as PDF through a window nobody sees, and its proof holds', async () => {
    const folder = join(scratch, 'c.fireline');
    const log = join(scratch, 'auth.log');
    writeFileSync(log, authLog(300));
    fireline('new', folder, '--title', 'Printed <b>here</b>');
    fireline('ingest', folder, log);
    const pdf = join(scratch, 'report.pdf');
    const printed = fireline('report', folder, '--out', pdf, '--page', 'Letter');
    expect(printed.stderr).toBe('');
    expect(printed.status).toBe(0);
    const { pages, outline, tagged, size } = await readPdf(pdf);
    expect(pages[0]).toContain('Printed <b>here</b>');
    expect(outline.length).toBeGreaterThan(5);
    expect(tagged).toBe(true);
    expect(size).toEqual([612, 792]);
    const pack = /^Proof: +(.+)$/m.exec(printed.stdout)?.[1] ?? '';
    expect(fireline('verify', pack, '--case', folder).status).toBe(0);
  });
});
