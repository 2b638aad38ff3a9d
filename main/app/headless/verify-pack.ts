import { spawn } from 'node:child_process';
import { app } from 'electron';
import type { HeadlessContext } from './context.ts';
import { PageError } from './page-driver.ts';

/** Switches that this start was given for its machine, such as those of development, hold for the next one too. */
const switches = (): readonly string[] =>
  process.argv.slice(1).filter((arg) => /^--\w/.test(arg) && arg !== '--headless-job');

/**
 * Has the program verify the pack in a start of its own, by its command line, as whoever receives the report would.
 * @returns its last line, the verdict
 */
export async function verifyPack(
  { home }: Pick<HeadlessContext, 'home'>,
  pack: string,
  caseFolder: string,
): Promise<string> {
  const child = spawn(
    process.execPath,
    [
      ...(process.defaultApp ? [app.getAppPath()] : []),
      ...switches(),
      'verify',
      pack,
      '--case',
      caseFolder,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, FIRELINE_HOME: home } },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const verdict = said.trim().split('\n').at(-1) ?? '';
  if (code !== 0) {
    throw new PageError(`the proof pack does not verify (exit ${code ?? 'by signal'}): ${verdict}`);
  }
  return verdict;
}
