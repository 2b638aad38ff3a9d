import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { createCase } from '#main/casefile/create-case.ts';
import { loadIdentity } from '#main/casefile/identity.ts';
import { evidenceList } from '#main/evidence/evidence-list.ts';
import { unfinishedIntakes } from '#main/evidence/unfinished.ts';
import { bundled } from '#test/casefile/bundled.ts';
import { newEnvironment, temporaryFolder, valueOf } from '#test/casefile/case-environment.ts';
import { bodies } from './take-in.ts';
import { zipFile } from './zip-writer.ts';

let child = '';
let worker = '';
beforeAll(async () => {
  child = await bundled('test/evidence/intake-child.ts', 'intake-child');
  worker = await bundled('main/evidence/hash-worker.ts', 'hash-worker');
}, 60_000);

interface Killed {
  readonly lines: readonly string[];
  readonly finished: boolean;
}

/** Runs the child and kills it after it said that many lines, or lets it end. */
function run(args: readonly string[], killAfter: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let wrong = '';
    process_.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      if (said.split('\n').length > killAfter) process_.kill('SIGKILL');
    });
    process_.stderr.on('data', (data: Buffer) => (wrong += data.toString()));
    process_.on('error', reject);
    process_.on('exit', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(wrong));
      // A line that was not written whole was not said.
      else resolve({ lines: said.split('\n').slice(0, -1), finished: code === 0 });
    });
  });
}

function evidenceFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'logs'));
  for (let n = 0; n < 12; n++) {
    writeFileSync(join(folder, 'logs', `${n}.log`), `${n}\n`.repeat(50_000 + n));
  }
  writeFileSync(join(folder, 'large.bin'), randomBytes(20 * 2 ** 20));
  writeFileSync(join(folder, 'old.log.gz'), gzipSync('packed\n'.repeat(10_000)));
  const inner = zipFile([
    { name: 'x.log', data: 'x\n' },
    { name: 'y.log', data: 'y\n'.repeat(40_000), method: 8 },
  ]);
  const members = Array.from({ length: 8 }, (_, n) => ({
    name: `m${n}.log`,
    data: `member ${n}\n`.repeat(20_000),
    method: 8,
  }));
  writeFileSync(
    join(folder, 'triage.zip'),
    zipFile([
      ...members,
      { name: 'inner.zip', data: inner },
      { name: 'locked', data: 'x', flags: 1 },
    ]),
  );
  return folder;
}

describe('killed with kill -9 in the middle of an intake', () => {
  it('nothing is half sealed, nothing acknowledged is lost, and the rest is taken up', async () => {
    const identity = temporaryFolder();
    const signer = valueOf(await loadIdentity(identity));
    const made = valueOf(
      await createCase(newEnvironment({ signer }), { title: 'Killed', home: temporaryFolder() }),
    );
    const { folder } = made.layout;
    await made.close();
    const evidence = evidenceFolder();

    const acknowledged: string[] = [];
    let kills = 0;
    for (let round = 0; ; round++) {
      const { lines, finished } = await run(
        [folder, identity, worker, evidence],
        2 + ((round * 5) % 9),
      );
      acknowledged.push(...lines);
      if (finished) break;
      kills += 1;
      const opened = valueOf(await CaseFolder.open(newEnvironment({ signer }), { folder }));
      const items = evidenceList(opened.ledger.records);
      for (const line of lines.filter((said) => said.startsWith('sealed '))) {
        const [, index, digest] = line.split(' ');
        expect(items[Number(index)]?.sha256).toBe(digest);
      }
      for (const { sha256, size } of items) {
        const bytes = readFileSync(opened.layout.vaultFile(sha256));
        expect(bytes.length).toBe(size);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
      expect(opened.readOnly).toBeUndefined();
      await opened.close();
      if (round > 60) throw new Error('it does not come to its end');
    }
    expect(kills).toBeGreaterThan(4);

    const opened = valueOf(await CaseFolder.open(newEnvironment({ signer }), { folder }));
    const items = evidenceList(opened.ledger.records);
    expect(items.map(({ index }) => index)).toEqual(items.map((_, n) => n));
    expect(items.filter(({ state }) => state === 'queued')).toEqual([]);
    const sealed = new Set(items.map(({ index, sha256 }) => `sealed ${index} ${sha256}`));
    expect(acknowledged.filter((line) => line.startsWith('sealed ') && !sealed.has(line))).toEqual(
      [],
    );
    // 12 logs, the large file, the gzip file and its member, the archive, 8 members, the inner one and its 2.
    expect(items).toHaveLength(12 + 1 + 2 + 1 + 8 + 1 + 2);
    expect(new Set(items.map(({ sha256 }) => sha256)).size).toBe(items.length);
    expect(bodies(opened, 'evidence-refused').map(({ code }) => code)).toEqual(['encrypted']);
    expect(bodies(opened, 'evidence-duplicate')).toEqual([]);
    const read = bodies(opened, 'evidence-parsed').map(({ index }) => index);
    expect([...read].sort((a, b) => a - b)).toEqual(items.map(({ index }) => index));
    const archive = items.find(({ name }) => name === 'triage.zip');
    expect(archive?.coverage).toMatchObject({ records: 10, fraction: 1 });
    expect(readdirSync(opened.layout.incoming)).toEqual([]);
    expect(unfinishedIntakes(opened.ledger.records, opened.layout)).toEqual([]);
    await opened.close();
  }, 120_000);
});
