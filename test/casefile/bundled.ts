import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/**
 * Builds one TypeScript file into one that plain Node runs, for tests whose subject is a process or a thread of its
 * own. Path of the built file.
 */
export async function bundled(entry: string, name: string): Promise<string> {
  const outDir = join(root, '.cache', 'test-bundles', `${name}-${process.pid}`);
  await mkdir(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        external: [/^@duckdb\//],
        output: { format: 'esm', entryFileNames: `${name}.mjs` },
      },
    },
    // Native code cannot be bundled.
    ssr: { noExternal: true, external: ['@duckdb/node-api', '@duckdb/node-bindings'] },
  });
  return join(outDir, `${name}.mjs`);
}
