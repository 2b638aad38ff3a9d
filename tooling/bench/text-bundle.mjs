import { build } from 'vite';
import { root } from '../project.mjs';

/**
 * Bundles the parse pool and its worker, as the engine's bundle contains them, so that nothing in out/ is touched.
 * @param {string} outDir
 */
export async function bundlePool(outDir) {
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
          'parse-client': 'main/parse/parse-client.ts',
          'parse-worker': 'main/parse/parse-worker.ts',
        },
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  });
}
