import { build } from 'vite';
import { root } from '../project.mjs';

/** What the benches measure of Fireline, by the name of its bundle. @type {Record<string, Record<string, string>>} */
const parts = {
  hasher: {
    hasher: 'main/evidence/hasher.ts',
    'hash-worker': 'main/evidence/hash-worker.ts',
  },
  evtx: {
    parser: 'main/parse/formats/evtx/index.ts',
    source: 'main/parse/file-source.ts',
    writer: 'main/parse/evtx-writer/log-writer.ts',
  },
  pool: {
    'parse-client': 'main/parse/parse-client.ts',
    'parse-worker': 'main/parse/parse-worker.ts',
  },
  store: {
    'event-store': 'main/store/event-store.ts',
    schema: 'main/store/schema.ts',
    'batch-columns': 'main/parse/batch-columns.ts',
    parser: 'main/parse/parser.ts',
    'parse-client': 'main/parse/parse-client.ts',
    'parse-worker': 'main/parse/parse-worker.ts',
  },
  work: {
    'case-folder': 'main/casefile/case-folder.ts',
    identity: 'main/casefile/identity.ts',
    'op-reading': 'main/work/op-reading.ts',
    'work-log': 'main/work/work-log.ts',
    seal: 'shared/work/seal.ts',
    hlc: 'shared/work/hlc.ts',
    rank: 'shared/work/rank.ts',
    board: 'shared/model/board.ts',
    'entity-key': 'shared/entities/entity-key.ts',
    fields: 'shared/records/fields.ts',
    task: 'shared/records/kinds/task.ts',
  },
};

/**
 * Bundles a part of Fireline as the program's own bundles contain it, so that nothing in out/ is touched.
 * @param {'hasher' | 'evtx' | 'pool' | 'store' | 'work'} part
 * @param {string} outDir gets `<name>.js` for each of its modules
 */
export async function bundle(part, outDir) {
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
        input: parts[part] ?? {},
        external: [/^@duckdb\//],
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, external: ['@duckdb/node-api', '@duckdb/node-bindings'] },
  });
}
