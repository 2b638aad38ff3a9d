import { createEngine } from '../engine/engine.ts';
import { enginePaths } from '../engine/engine-paths.ts';
import { runCommand } from './run-command.ts';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
// A reader that has seen enough (`| head`) closes the pipe; that is its right, not our error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(
  process.argv.slice(2),
  () =>
    createEngine({
      paths: enginePaths(process.env),
      report: (error) => {
        process.stderr.write(
          `fireline: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      },
    }),
  interrupted.signal,
);

// Inside the packaged program this is a utility process, which does not end by itself when nothing is left to do.
if ('parentPort' in process) {
  await Promise.all([process.stdout, process.stderr].map(drained));
  process.exit();
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
