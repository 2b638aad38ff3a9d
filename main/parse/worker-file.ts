import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The built file of a worker thread. In a build it lies beside the caller; when the sources run as they are, in tests,
 * it is looked for in the project's `out/main`, which `node tooling/build.mjs main` fills.
 */
export function builtWorker(bundle: string, from: string = import.meta.url): string {
  let folder = path.dirname(fileURLToPath(from));
  const beside = path.join(folder, bundle);
  if (existsSync(beside)) return beside;
  for (;;) {
    const built = path.join(folder, 'out', 'main', bundle);
    if (existsSync(built)) return built;
    const parent = path.dirname(folder);
    if (parent === folder)
      throw new Error(`${bundle} is not built: run "node tooling/build.mjs main" first`);
    folder = parent;
  }
}

export const parseWorkerFile = (): string => builtWorker('parse-worker.js');
