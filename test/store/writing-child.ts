/** Writes the files that a store lacks, one by one or several at once, until it is killed; says which are acknowledged as whole. */
import { EventStore } from '#main/store/event-store.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { FILES, writeFile } from './written-files.ts';

const [path = '', how = ''] = process.argv.slice(2);
const store = await EventStore.open(path, new Map());
process.stdout.write(`open ${store.fresh ? 'fresh' : 'kept'}\n`);
if (how === 'hold') setInterval(() => undefined, 1_000);
else {
  const loaded = store.loaded;
  const missing = Array.from({ length: FILES }, (_, index) => index).filter(
    (index) => !loaded.has(index as EvidenceIndex),
  );
  const write = async (index: number): Promise<void> => {
    await writeFile(store, index);
    process.stdout.write(`whole ${index}\n`);
  };
  const atOnce = how === 'together' ? 3 : 1;
  for (let n = 0; n < missing.length; n += atOnce) {
    await Promise.all(missing.slice(n, n + atOnce).map(write));
  }
  await store.close();
  process.stdout.write('closed\n');
}
