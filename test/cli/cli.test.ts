import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { caseLayout } from '#main/casefile/case-layout.ts';
import { AUTH } from './evidence.ts';
import type { Fireline, JsonLine } from './fireline.ts';
import { digest, expectReason, startedCase } from './started-case.ts';

const started = startedCase();
const run: Fireline = (...args) => started().run(...args);
const at = (...names: readonly string[]): string => join(started().folder, ...names);
const lines = (): readonly JsonLine[] => started().ingested.json();

/** Name of the last part of what a line is about. */
const nameOf = ({ path }: JsonLine): string => String(path).split(/[/!]/).at(-1) ?? '';
const byName = (all: readonly JsonLine[]): ReadonlyMap<string, JsonLine> =>
  new Map(all.map((line) => [nameOf(line), line]));

describe('fireline new', () => {
  it('makes a case and says where', async () => {
    const made = await run('new', 'second.fireline', '--title', 'Second', '--json');
    expect(made.code).toBe(0);
    expect(made.json()).toEqual([
      {
        case: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        title: 'Second',
        folder: at('second.fireline'),
        analyst: 'Ada',
      },
    ]);
    expect(existsSync(at('second.fireline', 'case.json'))).toBe(true);
  });

  it('never overwrites what is there', async () => {
    const before = readFileSync(at('c.fireline', 'case.json'));
    const again = await run('new', 'c.fireline');
    expect(again.code).toBe(3);
    expectReason(again, /already something in/);
    expect(readFileSync(at('c.fireline', 'case.json')).equals(before)).toBe(true);
  });
});

describe('fireline ingest --json', () => {
  const KEYS = [
    'path',
    'sha256',
    'sha1',
    'md5',
    'size',
    'format',
    'parser',
    'records',
    'events',
    'issues',
    'bytes',
    'coverage',
    'seconds',
    'status',
  ];

  it('prints one line for each file, with every member of the contract, and a summary last', () => {
    const all = lines();
    const files = all.slice(0, -1);
    expect(files).toHaveLength(11);
    for (const file of files) {
      expect(KEYS.filter((key) => !(key in file))).toEqual([]);
      const { parsed, skipped, unexplained } = file['bytes'] as Record<string, number>;
      if (file['sha256'] !== null && file['status'] !== 'duplicate') {
        expect((parsed ?? 0) + (skipped ?? 0) + (unexplained ?? 0)).toBe(file['size']);
      }
    }
    expect(all.at(-1)).toEqual({
      summary: {
        files: 11,
        failed: 2,
        cancelled: false,
        records: expect.any(Number) as number,
        events: 40 * 3 + 4,
        issues: expect.any(Number) as number,
        bytes: expect.any(Number) as number,
      },
    });
  });

  it('says of each what became of it', () => {
    const status = lines()
      .slice(0, -1)
      .map((line) => `${nameOf(line)} ${String(line['status'])}`);
    expect(status).toEqual([
      'auth.log done',
      'empty.log empty',
      'events.jsonl done',
      'link refused',
      'old.log.gz container',
      'old.log done',
      'triage.zip container',
      'auth.log done',
      'again.log duplicate',
      'locked refused',
      'unknown.bin unparsed',
    ]);
    expect(started().ingested.code).toBe(3);
    expect(started().ingested.stderr).toBe('');
  });

  it('gives the hashes of the bytes, and of members the hash of their container', () => {
    const files = byName(lines().slice(0, -1));
    const again = files.get('again.log');
    for (const name of ['sha256', 'sha1', 'md5']) expect(again?.[name]).toBe(digest(name, AUTH));
    expect(again?.['parent']).toBe(files.get('triage.zip')?.['sha256']);
    expect(files.get('triage.zip')).not.toHaveProperty('parent');
    expect(files.get('locked')).toMatchObject({
      sha256: null,
      sha1: null,
      md5: null,
      parser: null,
    });
    expect(files.get('locked')?.['explanation']).toContain('encrypted');
    expect(files.get('old.log')).toMatchObject({ events: 40, coverage: 1, parser: 'syslog@1' });
  });

  it('of what is not there says so, and is an error of input', async () => {
    const none = await run('ingest', 'c.fireline', 'no-such-file', '--json');
    expect(none.code).toBe(3);
    expect(none.json()[0]).toMatchObject({ status: 'refused', explanation: 'it is not there' });
  });

  it('in words for people, without --json', async () => {
    writeFileSync(at('more.log'), AUTH.replaceAll('web1', 'web9'));
    const said = await run('ingest', 'c.fireline', 'more.log', '--reference');
    expect(said.code).toBe(0);
    expect(said.stdout).toMatch(
      /^done +.*more\.log: Syslog, 40 events, 0 issues, 100\.0 % accounted for\n1 file, /,
    );
  });
});

describe('fireline reread', () => {
  it('parses sealed files again, by number; nothing is left to do where nothing was cut short', async () => {
    const before = await run('events', 'c.fireline', '-q', '*', '--format', 'count');
    const again = await run('reread', 'c.fireline', '0', '--json');
    expect(again.code).toBe(0);
    const [file, last] = again.json();
    expect(file).toMatchObject({ status: 'done', events: 40, coverage: 1 });
    expect(last).toEqual({ summary: { files: 1, failed: 0 } });
    const after = await run('events', 'c.fireline', '-q', '*', '--format', 'count');
    expect(after.stdout).toBe(before.stdout);
    expect((await run('reread', 'c.fireline')).stdout).toBe('No file was cut short or failed.\n');
    const wrong = await run('reread', 'c.fireline', '99');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('there is no evidence “99”');
  });
});

describe('fireline events', () => {
  const KEYS = [
    'id',
    'time',
    'time_original',
    'zone',
    'evidence',
    'offset',
    'length',
    'record',
    'parser',
    'message',
    'host',
    'user',
    'fields',
  ];

  it('prints each event as one JSON line, in time order, every one pointing back to its bytes', async () => {
    const all = await run('events', 'c.fireline', '-q', 'host:web1');
    expect(all.code).toBe(0);
    const events = all.json();
    expect(events).toHaveLength(40);
    for (const event of events) expect(KEYS.filter((key) => !(key in event))).toEqual([]);
    const times = events.map(({ time }) => String(time));
    expect(times).toEqual([...times].sort());
    expect(events[0]).toMatchObject({
      time: '2026-05-12T09:00:00Z',
      time_original: '2026-05-12T09:00:00Z',
      evidence: digest('sha256', AUTH),
      offset: 0,
      host: 'web1',
      user: 'root',
      source_ip: '203.0.113.9',
      outcome: 'failure',
      parser: 'syslog@1',
    });
    for (const { evidence, offset, length, message } of events) {
      const vault = readFileSync(caseLayout(at('c.fireline')).vaultFile(String(evidence) as never));
      const record = vault.toString('utf8', Number(offset), Number(offset) + Number(length));
      expect(record).toContain(String(message));
    }
  });

  it('counts, limits, sorts the other way, picks fields, takes times', async () => {
    const count = await run('events', 'c.fireline', '--format', 'count', '-q', 'host:web1');
    expect(count.stdout).toBe('40\n');
    const asJson = await run(
      'events',
      'c.fireline',
      '--format',
      'count',
      '-q',
      'host:web1',
      '--json',
    );
    expect(asJson.json()).toMatchObject([{ count: 40 }]);
    const last = await run(
      'events',
      'c.fireline',
      '-q',
      'host:web1',
      '--sort=-time',
      '--limit',
      '2',
      '--fields',
      'time,outcome,process.pid',
    );
    expect(last.json()).toEqual([
      { time: '2026-05-12T09:39:00Z', outcome: 'success', 'process.pid': 1039 },
      { time: '2026-05-12T09:38:00Z', outcome: 'failure', 'process.pid': 1038 },
    ]);
    const range = await run(
      'events',
      'c.fireline',
      '-q',
      'host:web1',
      '--from',
      '2026-05-12T09:10:00Z',
      '--to',
      '2026-05-12T09:20:00Z',
      '--format',
      'count',
    );
    expect(range.stdout).toBe('10\n');
  });

  it('as CSV can be read back, and no cell is a formula', async () => {
    const csv = await run(
      'events',
      'c.fireline',
      '-q',
      'file:events.jsonl',
      '--format',
      'csv',
      '--fields',
      'time,host,message',
    );
    expect(csv.code).toBe(0);
    expect(csv.stdout.split('\r\n')[0]).toBe('time,host,message');
    const rows = parseCsv<Record<string, string>>(csv.stdout, { columns: true });
    expect(rows).toHaveLength(4);
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.map(({ message, host }) => [message, host])).toEqual([
      ['\'=HYPERLINK("http://203.0.113.9","x")', 'pc1'],
      ["'+1+1", "'@pc2"],
      ['two\nlines, "quoted"', 'pc3'],
      ['\u001b[2Jcleared\u202e', 'pc4'],
    ]);
  });

  it('stops quietly when the reader has seen enough', () => {
    const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');
    const first = execFileSync(
      'sh',
      ['-c', '"$0" "$1" events "$2" | head -n 1', process.execPath, program, at('c.fireline')],
      {
        encoding: 'utf8',
        env: { ...process.env, FIRELINE_HOME: at('home'), FIRELINE_USER_DATA: at('home', 'user') },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(JSON.parse(first)).toHaveProperty('id');
  });
});

describe('wrong usage', () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['frobnicate'], /there is no command “frobnicate”/],
    ['too few arguments', ['ingest', 'c.fireline'], /usage: fireline ingest/],
    ['an unknown option', ['events', 'c.fireline', '--nope'], /nope/],
    [
      'a value that is none',
      ['events', 'c.fireline', '--format', 'xml'],
      /--format takes jsonl, csv, count/,
    ],
    [
      'a time that is none',
      ['events', 'c.fireline', '--from', 'yesterday'],
      /“yesterday” is not a time/,
    ],
    ['a limit that is none', ['events', 'c.fireline', '--limit', 'x'], /--limit takes a number/],
    ['a query that is none', ['events', 'c.fireline', '-q', 'host:('], /./],
    ['an event id that is none', ['note', 'c.fireline', 'x', 'text'], /is not an event id/],
    [
      'a phase that is none',
      ['board', 'c.fireline', `${'0'.repeat(32)}.0.0`, '--phase', 'x', '--reason', 'y'],
      /--phase takes/,
    ],
    ['a report without a place', ['report', 'c.fireline'], /--out is needed/],
    ['a report of an unknown kind', ['report', 'c.fireline', '--out', 'x.doc'], /--out ends in/],
    ['a tag without a query', ['tag', 'c.fireline', 'x'], /--query is needed/],
  ];

  it.each(wrong)('%s exits 2 with one line', async (_, args, reason) => {
    const ran = await run(...args);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expectReason(ran, reason);
  });

  it('help goes to standard output', async () => {
    const help = await run('help');
    expect(help.code).toBe(0);
    for (const name of [
      'new',
      'ingest',
      'events',
      'tag',
      'note',
      'board',
      'report',
      'export',
      'verify',
    ]) {
      expect(help.stdout).toContain(`fireline ${name}`);
    }
    expect((await run()).code).toBe(2);
  });

  it.each([
    ['help', 'report'],
    ['report', '--help'],
    ['report', 'c.fireline', '-h'],
  ])('help about one command: %s %s', async (...args) => {
    const help = await run(...args);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('fireline report <case> --out');
    expect(help.stdout).not.toContain('fireline ingest');
  });

  it('an option that is none is named in one sentence', async () => {
    const ran = await run('report', 'c.fireline', '--paper', 'A4');
    expect(ran.code).toBe(2);
    expect(ran.stderr).toBe("fireline: Unknown option '--paper'. See `fireline help`.\n");
  });

  it('a folder that is no case exits 3 with one line', async () => {
    const ran = await run('events', 'stick');
    expect(ran.code).toBe(3);
    expectReason(ran, /There is no Fireline case in/);
  });
});
