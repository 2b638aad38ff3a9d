import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingFromLock } from '../../tooling/complete-lock.mjs';

interface Lock {
  readonly packages: Record<string, { version?: string; resolved?: string }>;
}
const lock = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as Lock;

describe('the lock file', () => {
  it('names the packages of every platform, without which npm ci refuses it', () => {
    // To mend it: node tooling/complete-lock.mjs
    expect(Object.keys(missingFromLock(lock.packages))).toEqual([]);
  });

  it('says which version of each, and from no particular registry', () => {
    const others = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(others.filter(([, one]) => one.version === undefined)).toEqual([]);
    expect(others.filter(([, one]) => one.resolved !== undefined)).toEqual([]);
  });

  it('is mended by what a package’s name says of its platform', () => {
    const packages = {
      '': { version: '1.0.0', optionalDependencies: { 'own-win32-x64': '1.0.0' } },
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: {
          '@tool/linux-x64-gnu': '2.0.0',
          '@tool/linux-arm64-musl': '2.0.0',
          '@tool/win32-x64-msvc': '2.0.0',
          fsevents: '2.3.3',
        },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '2.0.0' },
    };
    expect(missingFromLock(packages)).toEqual({
      'node_modules/@tool/linux-arm64-musl': {
        version: '2.0.0',
        cpu: ['arm64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
      'node_modules/@tool/win32-x64-msvc': {
        version: '2.0.0',
        cpu: ['x64'],
        dev: true,
        optional: true,
        os: ['win32'],
      },
    });
  });
});
