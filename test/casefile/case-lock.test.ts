import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { createCase } from '#main/casefile/create-case.ts';
import { loadIdentity } from '#main/casefile/identity.ts';
import { currentProcess } from '#main/casefile/process-identity.ts';
import { bundled } from './bundled.ts';
import { newCase, newEnvironment, temporaryFolder, valueOf } from './case-environment.ts';

let child = '';
beforeAll(async () => {
  child = await bundled('test/casefile/append-child.ts', 'append-child');
}, 60_000);
afterAll(() => rmSync(dirname(child), { recursive: true, force: true }));

interface Writer {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves once the child printed a line that begins so. */
  said(start: string): Promise<string>;
  kill(): Promise<void>;
}

function startWriter(folder: string, identity: string): Writer {
  const process = spawn('node', [child, folder, identity], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  process.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const gone = new Promise<void>((resolve) => process.once('close', () => resolve()));
  const writer: Writer = {
    process,
    lines,
    async said(start) {
      for (let waited = 0; waited < 20_000; waited += 10) {
        const line = lines.find((text) => text.startsWith(start));
        if (line !== undefined) return line;
        await sleep(10);
      }
      throw new Error(`the child never said “${start}”: ${lines.join(' / ')}`);
    },
    async kill() {
      process.kill('SIGKILL');
      await gone;
    },
  };
  onTestFinished(() => void process.kill('SIGKILL'));
  return writer;
}

async function caseOf(identity: string): Promise<string> {
  const signer = valueOf(await loadIdentity(identity));
  const environment = { signer, clock: Date.now, tool: 'test' };
  const made = valueOf(await createCase(environment, { title: 'Killed', home: temporaryFolder() }));
  await made.close();
  return made.layout.folder;
}

describe('the lock of a case', () => {
  test('keeps a second process to reading, and says who has it', async () => {
    const identity = temporaryFolder();
    const folder = await caseOf(identity);
    const first = startWriter(folder, identity);
    await first.said('acknowledged');
    const environment = newEnvironment();
    const opened = valueOf(await CaseFolder.open(environment, { folder }));
    expect(opened.readOnly?.reason).toContain(`process ${first.process.pid}`);
    expect(await opened.work.append([{ kind: 'op', body: {} }])).toMatchObject({
      failure: { code: 'case-read-only' },
    });
    await opened.close();
    const second = startWriter(folder, identity);
    expect(await second.said('opened')).toContain('The case is open elsewhere');
    await first.kill();
    const third = startWriter(folder, identity);
    expect(await third.said('opened')).toBe('opened for writing');
    await third.kill();
  }, 60_000);

  test('nothing acknowledged is lost, kill after kill, and each is on record', async () => {
    const identity = temporaryFolder();
    const folder = await caseOf(identity);
    const rounds = 12;
    for (let round = 0; round < rounds; round++) {
      const writer = startWriter(folder, identity);
      await writer.said('acknowledged');
      await sleep((round * 37) % 150);
      await writer.kill();
      const last = writer.lines.findLast((line) => line.startsWith('acknowledged')) ?? '';
      const [work = 0, ledger = 0] = last.split(' ').slice(1).map(Number);
      const signer = valueOf(await loadIdentity(identity));
      const opened = valueOf(
        await CaseFolder.open({ signer, clock: Date.now, tool: 'test' }, { folder }),
      );
      expect(opened.readOnly).toBeUndefined();
      expect(opened.work.reading.broken).toBeUndefined();
      expect(opened.work.head.lines).toBeGreaterThanOrEqual(work);
      expect(opened.ledger.log.head.lines).toBeGreaterThan(ledger);
      const taken = opened.ledger.records.filter(({ kind }) => kind === 'lock-taken-over');
      expect(taken).toHaveLength(round + 1);
      await opened.close();
    }
  }, 120_000);

  test('is refused to a second opening in the same process', async () => {
    const environment = newEnvironment();
    const first = await newCase(environment);
    const second = valueOf(await CaseFolder.open(environment, { folder: first.layout.folder }));
    expect(second.readOnly?.reason).toContain(`process ${process.pid}`);
    await second.close();
    expect(first.readOnly).toBeUndefined();
    valueOf(await first.work.append([{ kind: 'op', body: {} }]));
  });

  test('of a program out of sight is respected while it is touched, and no longer', async () => {
    const environment = newEnvironment();
    const made = await newCase(environment);
    const { folder, lock } = made.layout;
    await made.close();
    const owner = { token: 't', pid: 1, since: '2026-05-12T09:00:00.000Z', analyst: 'Grace' };
    const foreign = JSON.stringify({ ...owner, host: 'elsewhere' });
    writeFileSync(lock, foreign);
    const open = async () => valueOf(await CaseFolder.open(environment, { folder }));
    const refused = await open();
    expect(refused.readOnly?.reason).toContain('Grace on elsewhere');
    await refused.close();
    expect(readFileSync(lock, 'utf8')).toBe(foreign);
    const old = new Date(Date.now() - 3_600_000);
    utimesSync(lock, old, old);
    const taken = await open();
    expect(taken.readOnly).toBeUndefined();
    expect(taken.ledger.records.at(-1)).toMatchObject({
      kind: 'lock-taken-over',
      body: { from: { host: 'elsewhere' } },
    });
    await taken.close();
    // An earlier life of this machine, and an earlier process with a reused pid.
    const self = currentProcess();
    for (const change of [{ boot: 'another' }, { started: '1' }]) {
      writeFileSync(lock, JSON.stringify({ ...owner, ...self, host: hostname(), ...change }));
      utimesSync(lock, old, old);
      const again = await open();
      expect(again.readOnly).toBeUndefined();
      await again.close();
    }
  }, 30_000);

  test('that was half written by a crash is taken over, a fresh one is waited for', async () => {
    const environment = newEnvironment();
    const made = await newCase(environment);
    const { folder, lock } = made.layout;
    await made.close();
    writeFileSync(lock, '{"tok');
    const fresh = valueOf(await CaseFolder.open(environment, { folder }));
    expect(fresh.readOnly).toBeDefined();
    await fresh.close();
    const old = new Date(Date.now() - 60_000);
    utimesSync(lock, old, old);
    const taken = valueOf(await CaseFolder.open(environment, { folder }));
    expect(taken.readOnly).toBeUndefined();
    await taken.close();
  });

  test('when lost to another stops all writing', async () => {
    const alarms: string[] = [];
    const environment = newEnvironment({ alarm: (text) => alarms.push(text) });
    const made = await newCase(environment);
    writeFileSync(made.layout.lock, '{"token":"somebody else"}');
    await sleep(2_500);
    expect(alarms.join()).toContain('took the lock');
    expect(made.readOnly?.reason).toContain('Nothing more is written');
    expect(await made.work.append([{ kind: 'op', body: {} }])).toMatchObject({
      failure: { code: 'case-locked' },
    });
  });

  test('of many processes that come at once one gets it', async () => {
    const identity = temporaryFolder();
    const folder = await caseOf(identity);
    // A stale lock makes all of them want to take it over.
    const dead = startWriter(folder, identity);
    await dead.said('acknowledged');
    await dead.kill();
    const writers = Array.from({ length: 5 }, () => startWriter(folder, identity));
    const said = await Promise.all(writers.map((writer) => writer.said('opened')));
    expect(said.filter((line) => line === 'opened for writing')).toHaveLength(1);
    await Promise.all(writers.map((writer) => writer.kill()));
  }, 60_000);
});
