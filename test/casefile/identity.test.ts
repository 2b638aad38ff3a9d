import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identityFolder, loadIdentity, renameIdentity } from '#main/casefile/identity.ts';
import { KeyRing } from '#main/casefile/signing-key.ts';
import { temporaryFolder, valueOf } from './case-environment.ts';

describe('an analyst’s identity', () => {
  test('is made once, kept from others, and can sign', async () => {
    const folder = join(temporaryFolder(), 'new');
    const [first, second] = await Promise.all([loadIdentity(folder), loadIdentity(folder)]);
    const signer = valueOf(first);
    expect(valueOf(second).analyst).toEqual(signer.analyst);
    expect(valueOf(await loadIdentity(folder)).analyst).toEqual(signer.analyst);
    expect(signer.analyst.name).not.toBe('');
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'identity.json')).mode & 0o777).toBe(0o600);
    }
    const keys = new KeyRing([signer.analyst]);
    const message = Buffer.from('message');
    expect(keys.verify(signer.analyst.id, message, signer.sign(message))).toBe(true);
    expect(keys.verify(signer.analyst.id, Buffer.from('another'), signer.sign(message))).toBe(
      false,
    );
  });

  test('keeps its key when it is renamed', async () => {
    const folder = temporaryFolder();
    const before = valueOf(await loadIdentity(folder)).analyst;
    const after = valueOf(await renameIdentity(folder, ' Ada Lovelace ')).analyst;
    expect(after).toEqual({ ...before, name: 'Ada Lovelace' });
    expect(valueOf(await loadIdentity(folder)).analyst).toEqual(after);
  });

  test('is never silently replaced when it is damaged', async () => {
    const folder = temporaryFolder();
    valueOf(await loadIdentity(folder));
    const path = join(folder, 'identity.json');
    const good = readFileSync(path, 'utf8');
    const other = temporaryFolder();
    valueOf(await loadIdentity(other));
    const foreign: unknown = JSON.parse(readFileSync(join(other, 'identity.json'), 'utf8'));
    const mixed = {
      ...(JSON.parse(good) as object),
      privateKey: (foreign as { privateKey: string }).privateKey,
    };
    for (const bad of [
      '',
      '{}',
      good.slice(0, 200),
      good.replaceAll('MC4C', 'XXXX'),
      JSON.stringify(mixed),
    ]) {
      writeFileSync(path, bad);
      expect(await loadIdentity(folder)).toMatchObject({ failure: { code: 'io' } });
      expect(readFileSync(path, 'utf8')).toBe(bad);
    }
  });

  test('lies where the environment says', () => {
    expect(identityFolder({ FIRELINE_IDENTITY: '/x' })).toBe('/x');
    if (process.platform === 'linux') {
      expect(identityFolder({ XDG_CONFIG_HOME: '/c' })).toBe('/c/Fireline');
    }
  });
});
