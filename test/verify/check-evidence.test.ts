import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '#shared/model/ids.ts';
import { checkEvidence } from '#main/verify/check-evidence.ts';
import type { SealedFile } from '#main/verify/sealed-file.ts';
import { temporaryFolder } from '#test/casefile/case-environment.ts';

const SIZE = 9 * 2 ** 20 + 11;

function sealed(folder: string, count: number): readonly SealedFile[] {
  return Array.from({ length: count }, (_, index) => {
    const bytes = Buffer.alloc(index === 0 ? 0 : SIZE, `content of ${index}\n`);
    const path = join(folder, `${index}`);
    writeFileSync(path, bytes);
    return {
      index,
      name: `${index}.log`,
      sha256: createHash('sha256').update(bytes).digest('hex') as Sha256,
      size: bytes.length,
      custody: 'copy',
      path,
      context: { zone: null, modifiedAt: null, options: null },
    };
  });
}

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
};

describe('hashing evidence again', () => {
  it('passes what is as sealed, whatever its mode and times are now', async () => {
    const files = sealed(temporaryFolder(), 3);
    chmodSync(files[1]?.path ?? '', 0o600);
    const checks = await checkEvidence(files, {});
    expect(checks.map(({ pass, subject }) => [pass, subject])).toEqual([
      [true, '#0 0.log'],
      [true, '#1 1.log'],
      [true, '#2 2.log'],
    ]);
  });

  it('names each file whose bytes differ, that is missing, longer, shorter, or no file any more', async () => {
    const folder = temporaryFolder();
    const files = sealed(folder, 9);
    const path = (n: number): string => files[n]?.path ?? '';
    appendFileSync(path(0), 'x');
    flip(path(1), 0);
    flip(path(2), SIZE - 1);
    flip(path(3), 4 * 2 ** 20);
    rmSync(path(4));
    appendFileSync(path(5), 'x');
    truncateSync(path(6), SIZE - 1);
    rmSync(path(7));
    symlinkSync(path(8), path(7));
    const checks = await checkEvidence(files, {});
    expect(
      checks.map(
        ({ subject, pass, detail }) =>
          `${subject} ${pass} ${detail.replaceAll(/[0-9a-f]{64}/g, 'HASH')}`,
      ),
    ).toEqual([
      '#0 0.log false has 1 bytes, 0 were sealed',
      '#1 1.log false SHA-256 is HASH, HASH was sealed',
      '#2 2.log false SHA-256 is HASH, HASH was sealed',
      '#3 3.log false SHA-256 is HASH, HASH was sealed',
      '#4 4.log false is missing from the vault',
      `#5 5.log false has ${SIZE + 1} bytes, ${SIZE} were sealed`,
      `#6 6.log false has ${SIZE - 1} bytes, ${SIZE} were sealed`,
      '#7 7.log false is not a plain file',
      '#8 8.log true 9437195 bytes, SHA-256 HASH as sealed',
    ]);
    rmSync(path(1));
    mkdirSync(path(1));
    expect((await checkEvidence(files.slice(1, 2), {}))[0]?.detail).toBe('is not a plain file');
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const files = sealed(temporaryFolder(), 3);
    const told: number[] = [];
    await checkEvidence(files, { progress: (done, total) => told.push(done / total) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const controller = new AbortController();
    const stopped = checkEvidence(files, {
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });
});
