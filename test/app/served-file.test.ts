import fc from 'fast-check';
import { resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { servedFile } from '#main/app/served-file.ts';

const FOLDER = resolve('/srv/page');
/** As the scheme gets it: a URL's parser has been over it. */
const served = (path: string): string | undefined =>
  servedFile(FOLDER, new URL(path, 'http://host').pathname)?.path;

describe('the file that a page address names', () => {
  it('lies in the folder, with its media type', () => {
    expect(servedFile(FOLDER, '/assets/a%20b.js')).toEqual({
      path: `${FOLDER}${sep}assets${sep}a b.js`,
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/..%5csecret.js',
    '/a/..%2f..%2fsecret.js',
    '/index.html%00.js',
    '/%ff.js',
    '/..%2fpage-two/index.js',
  ])('is not %s', (path) => {
    expect(servedFile(FOLDER, path)).toBeUndefined();
  });

  it.each(['/', '/assets', '/core.sqlite', '/noextension'])(
    'is not %s, which no page has',
    (path) => {
      expect(served(path)).toBeUndefined();
    },
  );

  it('never lies outside, whatever the address', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '%00', 'x.js');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = servedFile(FOLDER, `/${pieces.join('')}`)?.path;
        return path === undefined || path.startsWith(FOLDER + sep);
      }),
    );
  });
});
