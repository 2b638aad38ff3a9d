// Bundles the EVTX parser alone, as the parse worker's bundle contains it, and the writer, into .cache/bench/evtx.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Returns the folder of the bundle. */
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
          writer: 'main/parse/evtx-writer/log-writer.ts',
        },
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  });
  return `${root}.cache/bench/evtx`;
}
if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleParser();
