import { lstat, opendir, readlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Stats } from 'node:fs';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';

/** A thing met at intake: a file to be sealed, or something that cannot be, with the reason. */
export type Met =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly name: string;
      readonly size: number;
      readonly modifiedAt: Date;
    }
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly name: string;
      readonly code: string;
      readonly why: string;
    };

const DEEPEST = 200;

/**
 * Files under the given paths, folders opened, each folder's entries in the order of their names. Links are never
 * followed: what they lead to may be outside what was handed over.
 */
export async function walk(paths: readonly string[]): Promise<readonly Met[]> {
  const met: Met[] = [];
  const seen = new Set<string>();
  for (const path of paths) await visit(resolve(path), met, seen, 0);
  return met;
}

async function visit(path: string, met: Met[], seen: Set<string>, depth: number): Promise<void> {
  const name = basename(path);
  const refuse = (code: string, why: string): void =>
    void met.push({ kind: 'refused', path, name, code, why });
  if (seen.has(path)) return;
  seen.add(path);
  if (path.includes('\ufffd')) {
    refuse(
      'unreadable-name',
      'its name is not valid UTF-8 and cannot be opened by name; copy it under another name',
    );
    return;
  }
  let stat: Stats;
  try {
    stat = await lstat(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    refuse(error.code === 'ENOENT' ? 'missing' : 'unreadable', reasonOf(error).why);
    return;
  }
  if (stat.isSymbolicLink()) {
    const target = await readlink(path).catch(() => 'an unreadable target');
    refuse('symlink', `it is a link to ${target}; links are not followed, add what it leads to`);
  } else if (stat.isDirectory()) {
    if (depth > DEEPEST) refuse('too-deep', `it is nested deeper than ${DEEPEST} folders`);
    else await visitFolder(path, met, seen, depth, refuse);
  } else if (stat.isFile()) {
    met.push({ kind: 'file', path, name, size: stat.size, modifiedAt: stat.mtime });
  } else {
    refuse('special', `it is ${kindOf(stat)}, not a file`);
  }
}

async function visitFolder(
  path: string,
  met: Met[],
  seen: Set<string>,
  depth: number,
  refuse: (code: string, why: string) => void,
): Promise<void> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(path)) names.push(entry.name);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    refuse('unreadable', reasonOf(error).why);
    return;
  }
  for (const name of names.sort()) await visit(join(path, name), met, seen, depth + 1);
}

function kindOf(stat: Stats): string {
  if (stat.isFIFO()) return 'a pipe';
  if (stat.isSocket()) return 'a socket';
  if (stat.isBlockDevice() || stat.isCharacterDevice()) return 'a device';
  return 'of an unknown kind';
}
