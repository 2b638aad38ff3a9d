import { build } from 'vite';
import { root } from '../project.mjs';

/**
 * Bundles the store and what feeds it, as the engine's bundle contains them.
 * @param {string} outDir
 */
export async function bundleStore(outDir) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: {
          'event-store': 'main/store/event-store.ts',
          schema: 'main/store/schema.ts',
          'batch-columns': 'main/parse/batch-columns.ts',
          parser: 'main/parse/parser.ts',
          'parse-client': 'main/parse/parse-client.ts',
          'parse-worker': 'main/parse/parse-worker.ts',
        },
        external: [/^@duckdb\//],
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, external: ['@duckdb/node-api', '@duckdb/node-bindings'] },
  });
}
