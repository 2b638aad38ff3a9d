import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { SourceFile } from './source-files.ts';

export interface Import {
  readonly from: string;
  /** Path of a file of ours, or name of a package or built-in as written. */
  readonly to: string;
  readonly own: boolean;
  /** Names taken from it, where a static import says them. */
  readonly names?: readonly string[];
}

/** Imports of a file: static, re-exports, dynamic ones, and types named by `import('…')`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const { module, errors } = parseSync(file.path, file.text);
  const [broken] = errors;
  if (broken !== undefined) throw new Error(`${file.path} does not parse: ${broken.message}`);
  const requests = new Set<string>();
  const names = new Map<string, string[]>();
  for (const { moduleRequest, entries } of module.staticImports) {
    requests.add(moduleRequest.value);
    names.set(moduleRequest.value, [
      ...(names.get(moduleRequest.value) ?? []),
      ...entries.map(({ importName }) => importName.name ?? '*'),
    ]);
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) {
      if (moduleRequest !== null) requests.add(moduleRequest.value);
    }
  }
  for (const [, request] of file.text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) {
    if (request !== undefined) requests.add(request);
  }
  return [...requests].map((request) => ({
    ...resolved(file.path, request),
    names: names.get(request) ?? [],
  }));
}

function resolved(from: string, request: string): Import {
  const bare = request.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return { from, to: bare.slice(1), own: true };
  if (bare.startsWith('.')) {
    return { from, to: posix.join(posix.dirname(from), bare), own: true };
  }
  return { from, to: bare.replace(/^node:/, ''), own: false };
}

/** Shortest way from one of the entries to a file, by imports; the file alone when no entry reaches it. */
export function chainTo(
  target: string,
  entries: readonly string[],
  imports: readonly Import[],
): readonly string[] {
  const importers = new Map<string, string[]>();
  for (const { from, to, own } of imports) {
    if (own) importers.set(to, [...(importers.get(to) ?? []), from]);
  }
  const towards = new Map<string, string | undefined>([[target, undefined]]);
  for (const at of towards.keys()) {
    if (entries.includes(at)) return unwound(at, towards);
    for (const from of importers.get(at) ?? []) if (!towards.has(from)) towards.set(from, at);
  }
  return [target];
}

function unwound(start: string, towards: ReadonlyMap<string, string | undefined>): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = start; at !== undefined; at = towards.get(at)) chain.push(at);
  return chain;
}
