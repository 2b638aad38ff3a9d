// Typechecks each layer on its own, so that `document` in engine code or `fs` in a page fails to compile.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';

const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);
const layers = process.argv.slice(2);
const projects =
  layers.length > 0 ? layers : ['shared', 'main', 'main/preload', 'renderer', 'test', 'tooling'];
let failed = false;
for (const project of projects) {
  const run = spawnSync(process.execPath, [compiler, '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
