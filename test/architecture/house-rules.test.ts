import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { codeFiles, ROOT, textFiles } from './source-files.ts';

const LONGEST = 500;

/** Places of an AST's nodes of one type, in characters. */
function nodes(value: unknown, type: string): number[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value && value.type === type && 'start' in value ? [Number(value.start)] : [];
  return [...own, ...Object.values(value).flatMap((child) => nodes(child, type))];
}

const line = (text: string, place: number): number => text.slice(0, place).split('\n').length;

// Every file is parsed; a busy machine takes its time.
describe('house rules', { timeout: 60_000 }, () => {
  const code = codeFiles();

  it(`keep every code file at ${LONGEST} lines or fewer`, () => {
    const long = code
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it('allow no `any` and no silenced type error', () => {
    const found = code.flatMap(({ path, text }) => [
      ...nodes(parseSync(path, text).program, 'TSAnyKeyword').map(
        (at) => `${path}:${line(text, at)} any`,
      ),
      ...[...text.matchAll(/@ts-(ignore|nocheck|expect-error)\b(?!\|)/g)]
        .filter(() => !path.startsWith('test/architecture/'))
        .map(({ index }) => `${path}:${line(text, index)} silenced type error`),
    ]);
    expect(found).toEqual([]);
  });

  it('name files in kebab-case, after one idea', () => {
    const odd = code
      .map(({ path }) => path)
      .filter((path) => /^(shared|main|renderer|test|tooling)\//.test(path))
      .filter((path) => {
        const name = path.split('/').at(-1) ?? '';
        return (
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|bench|config|generated|d))*\.(ts|tsx|mjs)$/.test(
            name,
          ) || /^(utils?|helpers?|types|constants|misc|common)\./.test(name)
        );
      });
    expect(odd).toEqual([]);
  });

  it('name no machine’s folders and no package registry', () => {
    // Put together here, so that this file holds none of them.
    const host = (...parts: string[]): string => parts.join('.');
    const forbidden = [
      ROOT,
      ['', 'work', 'main'].join('/'),
      ['', 'work', 'shared'].join('/'),
      host('registry', 'npmjs', 'org'),
      host('registry', 'yarnpkg', 'com'),
      host('files', 'pythonhosted', 'org'),
      host('static', 'crates', 'io'),
      host('index', 'crates', 'io'),
      host('proxy', 'golang', 'org'),
      host('repo1', 'maven', 'org'),
      host('repo', 'maven', 'apache', 'org'),
      host('deb', 'debian', 'org'),
    ];
    const found = textFiles().flatMap(({ path, text }) =>
      forbidden.filter((one) => text.includes(one)).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
  });
});
