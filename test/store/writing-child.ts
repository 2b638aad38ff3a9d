/** Writes the files that a store lacks, until it is killed; says which are acknowledged as whole. */
import { EventStore } from '#main/store/event-store.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { FILES, writeFile } from './written-files.ts';

const [path = '', hold = ''] = process.argv.slice(2);
const store = await EventStore.open(path, new Map());
process.stdout.write(`open ${store.fresh ? 'fresh' : 'kept'}\n`);
if (hold === 'hold') setInterval(() => undefined, 1_000);
else {
  const loaded = await store.loaded();
  for (let index = 0; index < FILES; index++) {
    if (loaded.has(index as EvidenceIndex)) continue;
    await writeFile(store, index);
    process.stdout.write(`whole ${index}\n`);
  }
  await store.close();
  process.stdout.write('closed\n');
}
