import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../../tooling/built.mjs';
import { root } from '../../tooling/project.mjs';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Each line of stdout as JSON. */
  json(): readonly JsonLine[];
}

/** A line of output, not looked into further than a test does. */
export type JsonLine = { readonly [name: string]: unknown };

export type Fireline = (...args: readonly string[]) => Promise<Ran>;

/** The built command line as a process of its own, with a home and an identity of its own. */
export function fireline(home: string, cwd: string): Fireline {
  ensureBuilt(root);
  const program = join(root, 'out', 'main', 'cli.js');
  const env = { ...process.env, FIRELINE_HOME: home, FIRELINE_USER_DATA: join(home, 'user') };
  return (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
      child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr, json: () => linesOf(stdout) }));
    });
}

const linesOf = (text: string): readonly JsonLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonLine);
