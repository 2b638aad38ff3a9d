import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout. */
export const ROOT = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const CODE = /\.(ts|tsx|mts|mjs|cjs|js)$/;
const BINARY = /\.(png|jpg|ico|icns|gif|woff2?|ttf|pdf|zip|gz|evtx|bin|xz|7z)$/i;

/** Every file that git knows or would add, so that a check also sees what is about to be committed. */
function paths(): readonly string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return listed.split('\0').filter((path) => path !== '');
}

function read(path: string): SourceFile | undefined {
  try {
    return { path, text: readFileSync(join(ROOT, path), 'utf8') };
  } catch (error) {
    // Deleted, but not yet committed as such; or a link to a folder.
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR'].includes(String(error.code))
    ) {
      return undefined;
    }
    throw error;
  }
}

const all = (keep: (path: string) => boolean): readonly SourceFile[] =>
  paths()
    .filter(keep)
    .map(read)
    .filter((file) => file !== undefined);

/** Code of the program, its tests and its tools. */
export const codeFiles = (): readonly SourceFile[] => all((path) => CODE.test(path));

/** Everything that is text. */
export const textFiles = (): readonly SourceFile[] => all((path) => !BINARY.test(path));
