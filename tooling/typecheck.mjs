// Typechecks each layer on its own, so that `document` in engine code or `fs` in a page fails to compile.
import { spawnSync } from 'node:child_process';

const layers = process.argv.slice(2);
const projects = layers.length > 0 ? layers : ['shared', 'main', 'renderer', 'test'];
let failed = false;
for (const project of projects) {
  const run = spawnSync('npx', ['tsc', '-p', project], { stdio: 'inherit' });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
