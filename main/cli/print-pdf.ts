import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintRequest } from '#shared/ipc/bridge.ts';
import { FailureError } from '#shared/model/result.ts';

/** The program that can print: command and leading arguments, as JSON. Set by whatever started the command line. */
const PRINTER = 'FIRELINE_PRINTER';

function printer(env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  const setting = env[PRINTER];
  const words: unknown = setting === undefined ? undefined : JSON.parse(setting);
  if (Array.isArray(words) && words.every((word) => typeof word === 'string')) {
    const [command, ...rest] = words;
    if (command !== undefined) return [command, ...rest];
  }
  throw new FailureError({
    code: 'not-permitted',
    message:
      'A PDF needs the app’s own printer. Run `npx fireline` or the installed program, or write .html.',
  });
}

/** Prints through a hidden window of the app, in a process of its own. */
export async function printPdf(request: PrintRequest, env: NodeJS.ProcessEnv): Promise<void> {
  const [command, ...leading] = printer(env);
  const folder = await mkdtemp(join(tmpdir(), 'fireline-print-'));
  try {
    const job = join(folder, 'job.json');
    await writeFile(job, JSON.stringify(request), { mode: 0o600 });
    const child = spawn(command, [...leading, `--print-job=${job}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said = `${said}${data.toString()}`.slice(-4_000)));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (code !== 0) {
      const last = said.trim().split('\n').at(-1) ?? '';
      throw new FailureError({
        code: 'io',
        message: `The PDF could not be printed (exit ${code ?? 'by signal'}): ${last}`,
        subject: request.path,
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
