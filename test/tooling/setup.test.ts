import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { developmentSwitches } from '../../tooling/runtime/launch.mjs';
import { installReason } from '../../tooling/setup/dependencies.mjs';
import { ensureSystemLibraries, missingLibraries } from '../../tooling/setup/system-libraries.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fireline-setup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function locked(wanted: object, installed?: object): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (installed === undefined) return;
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(
    join(root, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: installed }),
  );
}

describe('the dependencies', () => {
  it('are installed when there are none', () => {
    locked({ 'node_modules/zod': { version: '4.0.0' } });
    expect(installReason(root)).toBe('node_modules is missing');
  });

  it('are installed when one is missing or of another version', () => {
    locked({ 'node_modules/zod': { version: '4.0.0' } }, {});
    expect(installReason(root)).toBe('node_modules/zod should be 4.0.0, is missing');
    rmSync(join(root, 'node_modules'), { recursive: true });
    locked(
      { 'node_modules/zod': { version: '4.0.0' } },
      { 'node_modules/zod': { version: '3.9.0' } },
    );
    expect(installReason(root)).toBe('node_modules/zod should be 4.0.0, is 3.9.0');
  });

  it('are left alone when they fit, with those of other platforms absent', () => {
    locked(
      {
        '': { version: '0.1.0' },
        'node_modules/zod': { version: '4.0.0' },
        'node_modules/x-win32': { version: '1.0.0', optional: true },
      },
      { 'node_modules/zod': { version: '4.0.0' } },
    );
    expect(installReason(root)).toBeUndefined();
  });
});

describe.runIf(process.platform === 'linux')('system libraries', () => {
  it('are not missing for a program that runs here', () => {
    mkdirSync(join(root, 'dist'));
    expect(missingLibraries({ dist: join(root, 'dist'), executable: process.execPath })).toEqual(
      [],
    );
  });

  it('are missing where the loader finds none', () => {
    const ldd = join(root, 'ldd');
    writeFileSync(
      ldd,
      '#!/bin/sh\nprintf "\\tlibgtk-3.so.0 => not found\\n\\tlibm.so.6 => /lib/libm.so.6 (0x0)\\n\\tlibffmpeg.so => not found\\n"\n',
      { mode: 0o755 },
    );
    writeFileSync(join(root, 'libffmpeg.so'), '');
    const path = process.env['PATH'];
    process.env['PATH'] = `${root}:${path}`;
    try {
      // What lies beside the binary is found through its own run path.
      expect(missingLibraries({ dist: root, executable: join(root, 'electron') })).toEqual([
        'libgtk-3.so.0',
      ]);
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe.runIf(process.platform === 'linux')('installing system libraries', () => {
  const tool = (name: string, script: string): void =>
    writeFileSync(join(root, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const asked = (): string => readFileSync(join(root, 'asked'), 'utf8');

  beforeEach(() => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.stubEnv('PATH', `${root}:/usr/bin:/bin`);
    // A Debian of the newer names, on which one library and one command are missing until apt-get brings them.
    tool('ldd', `test -e ${root}/brought || printf '\\tlibasound.so.2 => not found\\n'`);
    tool(
      'apt-cache',
      'case "$2" in libasound2t64|nosuchcommand) echo "  Candidate: 1.0";; *) echo "  Candidate: (none)";; esac',
    );
    tool('apt-get', `echo "$@" >> ${root}/asked; touch ${root}/brought`);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  const electron = () => ({ dist: root, executable: join(root, 'electron') });

  it('runs apt-get as root, with the name that this release knows', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    ensureSystemLibraries(electron(), ['nosuchcommand']);
    expect(asked()).toBe('install -y -qq --no-install-recommends libasound2t64 nosuchcommand\n');
  });

  it('says the exact command to anybody else, and does nothing', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    expect(() => ensureSystemLibraries(electron(), [])).toThrow(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libasound2t64',
    );
    expect(asked).toThrow('ENOENT');
  });

  it('does nothing when nothing is missing', () => {
    writeFileSync(join(root, 'brought'), '');
    ensureSystemLibraries(electron(), ['sh']);
    expect(asked).toThrow('ENOENT');
  });
});

describe.runIf(process.platform === 'linux')('development switches', () => {
  it('turn the sandbox off for root alone, and the GPU off on a virtual display alone', () => {
    const isRoot = process.getuid?.() === 0;
    expect(developmentSwitches({ virtual: true }).includes('--no-sandbox')).toBe(isRoot);
    expect(developmentSwitches({ virtual: true })).toContain('--disable-gpu');
    expect(developmentSwitches({ virtual: false })).not.toContain('--disable-gpu');
  });
});
