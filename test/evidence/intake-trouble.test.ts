import { randomBytes } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCase } from '#main/casefile/create-case.ts';
import { evidenceList } from '#main/evidence/evidence-list.ts';
import { type Digests, Hasher, type HashStep, type ReadInto } from '#main/evidence/hasher.ts';
import { SLOT_BYTES } from '#main/evidence/hash-protocol.ts';
import { unfinishedIntakes } from '#main/evidence/unfinished.ts';
import {
  newCase,
  newEnvironment,
  temporaryFolder,
  valueOf,
} from '#test/casefile/case-environment.ts';
import { sharedHasher } from './shared-hasher.ts';
import { bodies, statuses, takeIn } from './take-in.ts';

const hasher = sharedHasher();

const filesIn = (folder: string, count: number, size: number): readonly Buffer[] =>
  Array.from({ length: count }, (_, n) => {
    const bytes = randomBytes(size);
    writeFileSync(join(folder, `${n}.bin`), bytes);
    return bytes;
  });

/** A disk that gives back another byte than was written: flips one in the copy before it is read again. */
class BadDisk extends Hasher {
  private calls = 0;

  constructor(
    private readonly real: Hasher,
    private readonly incoming: string,
  ) {
    super('never started');
  }

  override digest(read: ReadInto, step?: HashStep): Promise<Digests> {
    // The first pass is the copying one, the second reads the copy back.
    if (++this.calls === 2) this.flip();
    return this.real.digest(read, step);
  }

  private flip(): void {
    const [name = ''] = readdirSync(this.incoming);
    const path = join(this.incoming, name);
    const bytes = readFileSync(path);
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.from([(bytes[100] ?? 0) ^ 1]), 0, 1, 100);
    closeSync(file);
  }
}

describe('a copy that does not read back as it was written', () => {
  it('is refused and removed; the next file is taken', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    filesIn(folder, 2, 200_000);
    const { files } = await takeIn(opened, new BadDisk(hasher(), opened.layout.incoming), [folder]);
    expect(statuses(files)).toEqual({ '0.bin': 'refused', '1.bin': 'done' });
    expect(files[0]?.explanation).toContain('does not read back');
    expect(bodies(opened, 'evidence-refused')).toMatchObject([{ code: 'copy-differs' }]);
    expect(evidenceList(opened.ledger.records)).toHaveLength(1);
    expect(readdirSync(opened.layout.incoming)).toEqual([]);
  });
});

describe('cancelling', () => {
  it('in mid-file keeps the files that are whole, nothing of that one, and says so', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    filesIn(folder, 5, 4 * SLOT_BYTES);
    const controller = new AbortController();
    const { files, cancelled } = await takeIn(opened, hasher(), [folder], {
      signal: controller.signal,
      watcher: { read: (path) => path.endsWith('2.bin') && controller.abort() },
    });
    expect(cancelled).toBe(true);
    const said = statuses(files);
    expect(said['0.bin']).toBe('done');
    // The second was sealed, and its parse may have been under way.
    expect(['done', 'partial']).toContain(said['1.bin']);
    expect(said['2.bin']).toBe('cancelled');
    expect(files.find(({ status }) => status === 'cancelled')?.explanation).toBe(
      'cancelled before it was sealed; nothing of it is kept',
    );
    expect(said['3.bin']).toBeUndefined();
    expect(bodies(opened, 'intake-ended')).toMatchObject([{ cancelled: true, sealed: 2 }]);
    expect(readdirSync(opened.layout.incoming)).toEqual([]);
    expect(unfinishedIntakes(opened.ledger.records, opened.layout)).toEqual([]);
  });

  it('while a copy is verified seals nothing of it', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    filesIn(folder, 1, 4 * SLOT_BYTES);
    const controller = new AbortController();
    let read = 0;
    const { files } = await takeIn(opened, hasher(), [folder], {
      signal: controller.signal,
      watcher: {
        read: (_, bytes) => {
          read += bytes;
          if (read === 4 * SLOT_BYTES) controller.abort();
        },
      },
    });
    expect(files).toMatchObject([{ status: 'cancelled' }]);
    expect(evidenceList(opened.ledger.records)).toEqual([]);
    expect(readdirSync(opened.layout.evidence)).toEqual(['incoming']);
    expect(readdirSync(opened.layout.incoming)).toEqual([]);
  });

  it('before anything began takes nothing and is recorded as cancelled', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    filesIn(folder, 1, 10);
    const { files, cancelled } = await takeIn(opened, hasher(), [folder], {
      signal: AbortSignal.abort(),
    });
    expect({ files, cancelled }).toEqual({ files: [], cancelled: true });
    expect(bodies(opened, 'intake-ended')).toMatchObject([{ cancelled: true, sealed: 0 }]);
  });
});

/** A small file system of its own; undefined where this user may not mount one. */
function smallDisk(bytes: number): string | undefined {
  const folder = temporaryFolder();
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  if (mount.status !== 0) return undefined;
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

describe('a disk that is full', () => {
  it('ends the intake with that reason, keeps what is whole, and is taken up when there is room', async (context) => {
    const disk = smallDisk(4 * SLOT_BYTES);
    if (disk === undefined) {
      console.log('skipped: a small file system cannot be mounted here (needs root)');
      context.skip();
      return;
    }
    const opened = valueOf(
      await createCase(newEnvironment(), { title: 'Small', home: join(disk, 'home') }),
    );
    onTestFinished(async () => void (await opened.close()));
    const folder = temporaryFolder();
    filesIn(folder, 4, SLOT_BYTES + 1_000);
    // Leaves room for two copies and the ledger, not for the third copy.
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(SLOT_BYTES / 2));
    const first = takeIn(opened, hasher(), [folder]);
    await expect(first).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    await expect(first).rejects.toThrow('the disk is full');
    const sealed = bodies(opened, 'evidence-sealed').length;
    expect(sealed).toBeGreaterThan(0);
    expect(sealed).toBeLessThan(4);
    expect(readdirSync(opened.layout.incoming)).toEqual([]);

    execFileSync('mount', ['-o', `remount,size=${40 * SLOT_BYTES}`, disk]);
    const [rest] = unfinishedIntakes(opened.ledger.records, opened.layout);
    if (rest === undefined) throw new Error('nothing to take up');
    expect(rest.interrupted).toBe(true);
    const { files } = await takeIn(opened, hasher(), [], { rest });
    expect(files.filter(({ path }) => path.startsWith(folder))).toHaveLength(4 - sealed);
    expect(evidenceList(opened.ledger.records).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'done',
    ]);
    expect(unfinishedIntakes(opened.ledger.records, opened.layout)).toEqual([]);
  });
});

describe('a parser that throws', () => {
  it('is a bug: the intake fails, and what was sealed is read when it is taken up', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'x'));
    filesIn(folder, 3, 100);
    const bug = (): never => {
      throw new TypeError('a bug');
    };
    await expect(
      takeIn(opened, hasher(), [folder], { parts: { parse: async () => bug() } }),
    ).rejects.toThrow('a bug');
    const [rest] = unfinishedIntakes(opened.ledger.records, opened.layout);
    if (rest === undefined) throw new Error('nothing to take up');
    const sealed = bodies(opened, 'evidence-sealed').length;
    expect(rest.unread).toHaveLength(sealed);
    await takeIn(opened, hasher(), [], { rest });
    expect(evidenceList(opened.ledger.records).map(({ name, state }) => [name, state])).toEqual([
      ['0.bin', 'done'],
      ['1.bin', 'done'],
      ['2.bin', 'done'],
    ]);
  });
});
