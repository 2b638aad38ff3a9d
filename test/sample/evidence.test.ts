import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowAt } from '#main/parse/batch-row.ts';
import { writeSampleEvidence } from '#main/sample/write-sample.ts';
import { parseSample, type ParsedFile } from './parsed-sample.ts';

let folder: string;
let paths: readonly string[];
let files: readonly ParsedFile[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-sample-'));
  paths = await writeSampleEvidence(join(folder, 'evidence'));
  files = await parseSample(paths);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const digestOf = async (list: readonly string[]): Promise<string[]> =>
  Promise.all(
    list.map(async (path) => {
      const digest = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
      return `${basename(path)} ${digest}`;
    }),
  );

/** File, parser, events: what the generator is known to write. */
const EXPECTED = [
  'DC1-Security.evtx evtx 4341',
  'DC1-System.evtx evtx 116',
  'FS01-Sysmon.evtx evtx 87',
  'FS01-Security.evtx evtx 8607',
  'FS01-System.evtx evtx 114',
  'WS07-PowerShell.evtx evtx 26',
  'WS07-Sysmon.evtx evtx 2589',
  'WS07-Defender.evtx evtx 6',
  'WS07-Security.evtx evtx 81',
  'WS07-System.evtx evtx 50',
  'Windows/System32/winevt/Logs/Microsoft-Windows-PowerShell%4Operational.evtx evtx 30',
  'Windows/System32/winevt/Logs/Microsoft-Windows-Sysmon%4Operational.evtx evtx 3139',
  'Windows/System32/winevt/Logs/Security.evtx evtx 903',
  'Windows/System32/winevt/Logs/System.evtx evtx 60',
  'collection.log lines 6',
  'web1-auth.log syslog 2194',
  'web1-access.log access-log 8584',
  'fw1-kern.log syslog 4043',
  'sensor1-eve.json json 8526',
  'vpn1-audit.jsonl json 64',
  'mail-gateway.csv table 475',
  'cloudtrail.json json 645',
];

describe('the evidence of the sample incident', () => {
  it('is read whole: every byte, every record, by the parser it is meant for', () => {
    expect(
      files.map(({ name, parser, account }) => `${name} ${parser.id} ${account.events}`),
    ).toEqual(EXPECTED);
    for (const { name, coverage, account } of files) {
      expect(coverage.bytes.unexplained, name).toBe(0);
      expect(account.events, name).toBe(account.records);
      expect(account.recovered, name).toBe(0);
    }
  });

  it('has no issue but the years that syslog leaves out', () => {
    expect(
      files.flatMap(({ name, issues }) => issues.map(({ code }) => `${name} ${code}`)),
    ).toEqual(['web1-auth.log year-inferred', 'fw1-kern.log year-inferred']);
  });

  it('lies within the days it tells of', () => {
    const [first, end] = ['2026-05-10T23:59:00Z', '2026-05-14T06:00:00Z'].map(
      (text) => BigInt(Date.parse(text)) * 1_000_000n,
    );
    for (const { name, batches } of files) {
      for (const batch of batches) {
        for (let row = 0; row < batch.rows; row++) {
          const { time } = rowAt(batch, row);
          expect(time !== undefined && first !== undefined && time > first, name).toBe(true);
          expect(time !== undefined && end !== undefined && time < end, name).toBe(true);
        }
      }
    }
  });

  it('is the same bytes again, in another zone', async () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'Asia/Kolkata';
    try {
      const again = await writeSampleEvidence(join(folder, 'again'));
      expect(await digestOf(again)).toEqual(await digestOf(paths));
    } finally {
      process.env['TZ'] = before;
    }
  }, 60_000);

  it('names nobody: every address is one reserved for documentation or of the machine itself', async () => {
    const reserved = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^127\.0\.0\.1$/;
    const met = new Set<string>();
    for (const path of paths) {
      const bytes = await readFile(path);
      // EVTX keeps text as UTF-16: without the zeros it can be searched like the rest.
      const text = bytes.toString('latin1').replaceAll('\0', '');
      for (const [address] of text.matchAll(/(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/g))
        met.add(address);
    }
    const versions = new Set(['124.0.0.0']);
    expect([...met].filter((one) => !reserved.test(one) && !versions.has(one))).toEqual([]);
  });
});
