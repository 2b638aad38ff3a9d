import { FailureError } from '#shared/model/result.ts';
import type { Engine } from '../engine/engine.ts';
import { run as board } from './commands/board.ts';
import { run as brief } from './commands/brief.ts';
import { run as events } from './commands/events.ts';
import { run as exportCase } from './commands/export.ts';
import { run as ingest } from './commands/ingest.ts';
import { run as create } from './commands/new.ts';
import { run as note } from './commands/note.ts';
import { run as report } from './commands/report.ts';
import { run as reread } from './commands/reread.ts';
import { run as tag } from './commands/tag.ts';
import { run as verify } from './commands/verify.ts';
import { type ExitCode, type Run, UsageError } from './context.ts';
import { createOutput } from './output.ts';
import { printPdf } from './print-pdf.ts';
import { readInvocation, usage } from './usage.ts';

const RUNS: Readonly<Record<string, Run>> = {
  new: create,
  ingest,
  reread,
  events,
  tag,
  note,
  board,
  brief,
  report,
  export: exportCase,
  verify,
};

const HELP: ReadonlySet<string> = new Set(['--help', '-h']);

/** Runs one command with an engine of its own and closes it. A reason is one line on stderr, never a stack. */
export async function runCommand(
  argv: readonly string[],
  startEngine: () => Engine,
  signal: AbortSignal,
): Promise<ExitCode> {
  const asked = argv[0] === 'help' ? argv[1] : argv[0];
  // What stands after `--` is text, whatever it looks like.
  const options = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  if (argv.length === 0 || argv[0] === 'help' || options.some((word) => HELP.has(word))) {
    process.stdout.write(`${usage(asked)}\n`);
    return argv.length === 0 ? 2 : 0;
  }
  const invocation = readInvocation(argv);
  if ('wrong' in invocation) {
    createOutput(false, process.stdout, process.stderr).error(
      `${invocation.wrong}. See \`fireline help\`.`,
    );
    return 2;
  }
  const output = createOutput(invocation.flag('json'), process.stdout, process.stderr);
  const run = RUNS[invocation.command];
  if (run === undefined) throw new Error(`no code for the command ${invocation.command}`);
  const engine = startEngine();
  try {
    return await run({
      engine,
      output,
      signal,
      invocation,
      printPdf: (request) => printPdf(request, process.env),
    });
  } catch (error) {
    if (error instanceof UsageError) {
      output.error(error.message);
      return 2;
    }
    output.error(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    return error instanceof FailureError && error.failure.code === 'invalid-query' ? 2 : 3;
  } finally {
    await engine.close();
  }
}
