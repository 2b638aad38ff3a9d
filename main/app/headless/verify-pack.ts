import { utilityProcess } from 'electron';
import type { HeadlessContext } from './context.ts';
import { PageError } from './page-driver.ts';

/**
 * Runs the command line's `verify` in a process of its own, as whoever receives the report would.
 * @returns its last line, the verdict
 */
export function verifyPack(
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
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      const verdict = said.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(verdict);
      else reject(new PageError(`the proof pack does not verify (exit ${code}): ${verdict}`));
    });
  });
}
