import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { HARMLESS, NETWORK } from '../architecture/dependency-table.ts';
import { importsOf } from '../architecture/import-graph.ts';
import { ROOT } from '../architecture/source-files.ts';

/** Everything that runs in Node once packaged: our bundles, with all they took in, and what stays outside them. */
const SHIPPED = [
  'out/main',
  'out/preload',
  'node_modules/@duckdb/node-api',
  'node_modules/@duckdb/node-bindings',
  'node_modules/detect-libc',
];

const files = SHIPPED.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|cjs|mjs)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(ROOT, path), text: readFileSync(path, 'utf8') };
    }),
);

/** Names of globals called or constructed: `fetch(…)`, `new WebSocket(…)`. */
function globalsCalled(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value &&
    (value.type === 'CallExpression' || value.type === 'NewExpression') &&
    'callee' in value
      ? [value.callee]
      : [];
  return [
    ...own.flatMap((callee) =>
      typeof callee === 'object' && callee !== null && 'name' in callee
        ? [String(callee.name)]
        : [],
    ),
    ...Object.values(value).flatMap(globalsCalled),
  ];
}

describe('the built program', () => {
  it('takes nothing in that reaches the network', () => {
    expect(files.length).toBeGreaterThan(10);
    const taken = files.flatMap((file) => {
      const required = [...file.text.matchAll(/\brequire\(['"]([^'"]+)['"]\)/g)].map(
        ([, name]) => ({ to: (name ?? '').replace(/^node:/, ''), names: [] as readonly string[] }),
      );
      return [...importsOf(file), ...required]
        .filter(({ to }) => NETWORK.includes(to.split('/')[0] ?? ''))
        .filter(
          ({ names = [] }) => !names.every((name) => HARMLESS.includes(name)) || names.length === 0,
        )
        .map(({ to }) => `${file.path}: ${to}`);
    });
    expect(taken).toEqual([]);
  });

  it('calls none of the globals that reach it', () => {
    const calls = files.flatMap((file) =>
      globalsCalled(parseSync(file.path, file.text).program)
        .filter((name) => ['fetch', 'WebSocket', 'EventSource'].includes(name))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(calls).toEqual([]);
  });
});
