import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The entry of a folder that was written last, by its own time or that of `within` it.
 * @throws Error when there is none
 */
export async function newestOf(
  folder: string,
  fits: (name: string) => boolean,
  within = '',
): Promise<string> {
  let newest: { readonly path: string; readonly time: number } | undefined;
  for (const name of (await readdir(folder)).filter(fits)) {
    const path = join(folder, name);
    const time = (await stat(join(path, within))).mtimeMs;
    if (newest === undefined || time > newest.time) newest = { path, time };
  }
  if (newest === undefined) throw new Error(`nothing was written to ${folder}`);
  return newest.path;
}
