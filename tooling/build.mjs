// Builds the three targets with Vite: Node side (out/main), sandboxed preload (out/preload), page (out/renderer).
import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from './project.mjs';

const targets = process.argv.slice(2);

/** @param {string} name */
const wanted = (name) => targets.length === 0 || targets.includes(name);

/** @type {import('vite').InlineConfig} */
const common = { root, configFile: false, logLevel: 'warn', publicDir: false };

/** Entry name → source file. Each is a process or thread of its own. */
const nodeEntries = {
  app: 'main/app/app.ts',
  engine: 'main/engine/utility-entry.ts',
  cli: 'main/cli/cli.ts',
  'hash-worker': 'main/evidence/hash-worker.ts',
  'parse-worker': 'main/parse/parse-worker.ts',
};

/**
 * The glue around a WebAssembly module offers to load it from an address. Ours is inside the bundle, and the program has
 * no way to reach a network: the offer is taken out. Fails when the glue no longer looks as it did.
 */
const withoutFetch = {
  name: 'without-fetch',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/@resvg\/resvg-wasm\/index\.m?js$/.test(id)) return undefined;
    const offer = 'input = fetch(input);';
    if (!code.includes(offer)) throw new Error(`${id} loads its module in another way now`);
    return { code: code.replace(offer, "throw new TypeError('there is no network');"), map: null };
  },
};

if (wanted('main')) {
  const input = Object.fromEntries(
    Object.entries(nodeEntries).filter(([, file]) => existsSync(root + file)),
  );
  await build({
    ...common,
    plugins: [withoutFetch],
    build: {
      ssr: true,
      outDir: 'out/main',
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input,
        external: ['electron', /^@duckdb\//],
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: ['electron', '@duckdb/node-api', '@duckdb/node-bindings'] },
  });
}
if (wanted('preload')) {
  // A sandboxed preload must be one CommonJS file.
  await build({
    ...common,
    build: {
      ssr: 'main/preload/preload.ts',
      outDir: 'out/preload',
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  });
}
if (wanted('renderer')) {
  await build({
    ...common,
    root: root + 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: root + 'out/renderer',
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
    },
  });
}
