import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { replaceFile } from './durable-file.ts';
import type { Draft } from './signed-line.ts';

/** Kind of the entry that records a repair; any signed log may hold it. */
export const REPAIRED = 'log-repaired';

/** Name of the file that keeps what was cut off a log at an offset. */
const sideFile = (path: string, offset: number): string => `${basename(path)}.torn-${offset}`;

/**
 * Cuts off what follows the last whole line, after keeping those bytes in a file beside the log. The fact itself is
 * recorded by `unrecordedRepairs`, so a crash in between loses neither.
 */
export async function cutTornTail(path: string, offset: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    const torn = Buffer.alloc(size - offset);
    await handle.read(torn, 0, torn.length, offset);
    await replaceFile(join(dirname(path), sideFile(path, offset)), torn, 0o444);
    await handle.truncate(offset);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Entries to append for side files that no entry names yet. */
export async function unrecordedRepairs(
  path: string,
  recorded: ReadonlySet<string>,
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  const folder = dirname(path);
  const prefix = sideFile(path, 0).slice(0, -1);
  for (const name of (await readdir(folder)).sort()) {
    if (!name.startsWith(prefix) || recorded.has(name)) continue;
    const file = join(folder, name);
    const [{ size }, content] = await Promise.all([stat(file), readFile(file)]);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const offset = Number(name.slice(prefix.length));
    drafts.push({
      kind: REPAIRED,
      body: { log: basename(path), offset, bytes: size, kept: name, sha256 },
    });
  }
  return drafts;
}
