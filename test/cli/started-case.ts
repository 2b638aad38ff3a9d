import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { writeEvidence } from './evidence.ts';
import { fireline, type Fireline, type Ran } from './fireline.ts';

export interface StartedCase {
  /** A folder of the tests' own; commands run in it. The case is `c.fireline`, the evidence `stick`. */
  readonly folder: string;
  readonly home: string;
  readonly run: Fireline;
  /** How the evidence was taken in, with --json. */
  readonly ingested: Ran;
}

/** One case with evidence of every kind of outcome, made by the command line itself, for all tests of a file. */
export function startedCase(): () => StartedCase {
  // Every command is a process of its own.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });
  let started: StartedCase | undefined;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fireline-cli-'));
    const home = join(folder, 'home');
    const run = fireline(home, folder);
    writeEvidence(join(folder, 'stick'));
    const made = await run('new', 'c.fireline', '--title', 'Harbour', '--analyst', 'Ada');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const ingested = await run('ingest', 'c.fireline', 'stick', '--json', '--source', 'USB stick');
    started = { folder, home, run, ingested };
  });
  afterAll(() => {
    if (started !== undefined) rmSync(started.folder, { recursive: true, force: true });
  });
  return () => {
    if (started === undefined) throw new Error('the case is made before the tests run');
    return started;
  };
}

export const digest = (name: string, bytes: string | Uint8Array): string =>
  createHash(name).update(bytes).digest('hex');

/** Standard error is one line that begins with the program's name, and no stack. */
export function expectReason({ stderr }: Ran, reason: RegExp): void {
  expect(stderr).toMatch(/^fireline: [^\n]+\n$/);
  expect(stderr).toMatch(reason);
  expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
}
