// Bundles the EVTX parser alone, as the parse worker's bundle contains it, into .cache/bench/evtx.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export async function bundleParser() {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: '.cache/bench/evtx',
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: {
          parser: 'main/parse/formats/evtx/index.ts',
          source: 'main/parse/file-source.ts',
        },
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  });
}
if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleParser();
