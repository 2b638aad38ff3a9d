import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { utilityProcess } from 'electron';
import type { HeadlessContext } from './context.ts';
import { PageError } from './page-driver.ts';

/** What it said may arrive after it ended; ms. */
const LAST_WORDS_MS = 2_000;

/**
 * Runs the command line's `verify` in a process of its own, as whoever receives the report would.
 * @returns its last line, the verdict
 */
export async function verifyPack(
  context: HeadlessContext,
  pack: string,
  caseFolder: string,
): Promise<string> {
  const child = utilityProcess.fork(context.cli, ['verify', pack, '--case', caseFolder], {
    serviceName: 'fireline-verify',
    stdio: 'pipe',
    env: { ...process.env, FIRELINE_HOME: context.home },
  });
  let said = '';
  const ends = [child.stdout, child.stderr].flatMap((stream) => {
    if (stream === null) return [];
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    return [once(stream, 'end')];
  });
  const code = await new Promise<number>((resolve) => child.once('exit', resolve));
  await Promise.race([Promise.all(ends), pause(LAST_WORDS_MS)]);
  const verdict = said.trim().split('\n').at(-1) ?? '';
  if (code !== 0) throw new PageError(`the proof pack does not verify (exit ${code}): ${verdict}`);
  return verdict;
}
