import { join } from 'node:path';
import { type Plugin, build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const WORKER = join(ROOT, 'main', 'parse', 'parse-worker.ts');
const HOSTILE = join(import.meta.dirname, 'hostile-parsers.ts');

/** The worker alone asks the hostile registry; that one asks the real. */
const withHostileParsers: Plugin = {
  name: 'hostile-parsers',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './registry.ts' && importer === WORKER ? HOSTILE : undefined,
};

/** Builds the parse worker as it is built for the program, but for the parsers it knows; gives its path. */
export async function builtWorker(folder: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [withHostileParsers],
    build: {
      ssr: WORKER,
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'esm', entryFileNames: 'parse-worker.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'parse-worker.mjs');
}
