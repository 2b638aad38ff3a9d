import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real evidence with known answers that lies beside the project on some machines and is no part of it. */
const root = fileURLToPath(new URL('../../../shared/evidence', import.meta.url));

/** Tests over real evidence are in groups that begin `describe.skipIf(!hasRealEvidence)`. */
export const hasRealEvidence = existsSync(root);

if (!hasRealEvidence) console.log('skipped: needs the real evidence of ../shared/evidence');

/** A file by its path below `files/`. */
export const realFile = (path: string): Buffer => readFileSync(join(root, 'files', path));

/** Paths below `files/` of all files whose name ends so, in order; empty where there is no real evidence. */
export function realFiles(ending: string): string[] {
  if (!hasRealEvidence) return [];
  return readdirSync(join(root, 'files'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.toLowerCase().endsWith(ending))
    .toSorted();
}

/** What independent programs say is in them: the text of a file of `expected/`. */
export const expectedText = (name: string): string =>
  readFileSync(join(root, 'expected', name), 'utf8');
