// Reads one log with the bundled EVTX parser to its end, as the parse worker does but for the columns: every event is
// made, with its fields, message and columns. As a process of its own it reads once and prints what it found; as a
// worker thread it reads whenever it is asked to.
import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread, parentPort } from 'node:worker_threads';

/** @param {string} bundle folder of the bundled parser @param {string} file */
export async function readOnce(bundle, file) {
  const { parser } = await import(pathToFileURL(`${bundle}/parser.js`).href);
  const { FileSource } = await import(pathToFileURL(`${bundle}/source.js`).href);
  const source = new FileSource(file, statSync(file).size);
  const found = { records: 0, fields: 0, characters: 0, issues: 0 };
  parser.parse(
    source,
    {
      /** @param {{ readonly message: string, readonly keys: readonly string[] }} event */
      event(event) {
        found.records++;
        found.fields += event.keys.length;
        found.characters += event.message.length;
      },
      issue: () => void found.issues++,
      record: () => undefined,
      parsed: () => undefined,
      skipped: () => undefined,
      position: () => undefined,
    },
    { name: file },
  );
  source.close();
  return found;
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  port.on('message', ({ bundle, file }) => {
    void readOnce(bundle, file).then((found) => port.postMessage(found));
  });
} else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , bundle = '', file = ''] = process.argv;
  process.stdout.write(JSON.stringify(await readOnce(bundle, file)));
}
