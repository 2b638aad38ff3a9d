import { build } from 'vite';
import { root } from '../project.mjs';

/**
 * Bundles what writes the work log of a case, as the engine's bundle contains it.
 * @param {string} outDir
 */
export async function bundleWork(outDir) {
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
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  });
}
