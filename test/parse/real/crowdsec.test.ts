import { describe, expect, it } from 'vitest';
import { UNDATED } from '#shared/model/time.ts';
import type { BatchRow } from '#main/parse/batch-row.ts';
import { sniff } from '#main/parse/sniff.ts';
import { headOf } from '../golden/fixtures.ts';
import { parseBytes, testContext } from '../parse-bytes.ts';
import { expectedText, hasRealEvidence, realFile, realFiles } from '../real-evidence.ts';

/*
 * Logs of many programs with what CrowdSec's own tests say of each line: program, process, host and message after the
 * syslog header, then the address and the time.
 */

/** What is said of one event at one stage: a path within it, and its value. */
type Said = ReadonlyMap<string, string>;

/** Times that we read otherwise: CrowdSec drops the offset that the line states, or skips lines in its count. */
const OTHER_TIMES = new Set(['bitwarden-logs', 'jellyfin-logs', 'endlessh-syslogs']);
/** An IPv4 address mapped into IPv6 is given as IPv4, so that one host has one name. */
const plainAddress = (text: string): string => text.replace(/^::ffff:(?=\d+\.)/, '');

const ASSERTION = /^results\["([^"]+)"\]\["([^"]+)"\]\[(\d+)\]\.(.*?) == (.*)$/gm;

/** Of each stage, of each event by its number. */
function assertionsOf(text: string): ReadonlyMap<string, ReadonlyMap<number, Said>> {
  const stages = new Map<string, Map<number, Map<string, string>>>();
  for (const [, stage = '', parser = '', number = '', path = '', value = ''] of text.matchAll(
    ASSERTION,
  )) {
    const events = stages.get(`${stage}|${parser}`) ?? new Map<number, Map<string, string>>();
    stages.set(`${stage}|${parser}`, events);
    const said = events.get(Number(number)) ?? new Map<string, string>();
    events.set(Number(number), said);
    said.set(path, value.startsWith('"') ? unquoted(value) : value);
  }
  return stages;
}

/** Quoted as Go quotes, which differs from JSON in rare escapes. */
function unquoted(value: string): string {
  const json = value.replaceAll(/\\x([0-9a-f]{2})/g, String.raw`\u00$1`);
  return JSON.parse(json) as string;
}

interface Test {
  readonly name: string;
  readonly parser: string;
  readonly lines: number;
  readonly rows: readonly BatchRow[];
  readonly unexplained: number;
  readonly stages: ReturnType<typeof assertionsOf>;
}

function readTest(name: string, file: string, asserted: ReadonlySet<string>): Test[] {
  const bytes = realFile(file);
  const parser = sniff(headOf(bytes, file))[0]?.parser;
  if (parser === undefined) return [];
  const context = testContext({ reference: BigInt(Date.UTC(2025, 11, 31)) * 1_000_000n });
  const { rows, coverage } = parseBytes(parser, bytes, context);
  const assertions = file.replace(/[^/]*$/, 'parser.assert');
  const text = asserted.has(assertions) ? realFile(assertions).toString('utf8') : '';
  return [
    {
      name,
      parser: parser.id,
      lines: bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '').length,
      rows,
      unexplained: coverage.bytes.unexplained,
      stages: assertionsOf(text),
    },
  ];
}

interface Expected {
  readonly tests: { readonly [name: string]: { readonly log_files: readonly string[] } };
}

const asserted = new Set(realFiles('parser.assert'));
const { tests: listed } = hasRealEvidence
  ? (JSON.parse(expectedText('crowdsec_expected.json')) as Expected)
  : { tests: {} };
const tests = Object.entries(listed).flatMap(([name, { log_files }]) =>
  log_files.flatMap((file) => readTest(name, file, asserted)),
);

/** Every event of the given stages with what is said of it. */
const said = (stage: RegExp) =>
  tests.flatMap((test) =>
    [...test.stages]
      .filter(([name]) => stage.test(name))
      .flatMap(([, events]) => [...events])
      .flatMap(([number, about]) => {
        const row = test.rows[number];
        return row === undefined ? [] : [{ test, number, row, about }];
      }),
  );

describe.skipIf(!hasRealEvidence)('logs of CrowdSec', () => {
  it('are many, and all recognised', () => {
    expect(tests.length).toBeGreaterThan(80);
  });

  it('give one event a line, and account for every byte', () => {
    expect(tests.filter(({ rows, lines }) => rows.length !== lines)).toEqual([]);
    expect(tests.filter(({ unexplained }) => unexplained > 0)).toEqual([]);
  });

  it('have the expected program, process, host and message after a syslog header', () => {
    const headed = said(/^s00-raw\|crowdsecurity\/syslog-logs$/).filter(
      ({ test, about }) => test.parser === 'syslog' && about.get('Success') === 'true',
    );
    expect(headed.length).toBeGreaterThan(50);
    for (const { row, about } of headed) {
      const pid = (JSON.parse(row.fields) as { readonly [key: string]: string | number })[
        'process.pid'
      ];
      expect({
        program: row.process ?? '',
        pid: String(pid ?? ''),
        host: row.host ?? '',
        message: row.message.trim(),
      }).toEqual({
        program: about.get('Evt.Parsed["program"]') ?? '',
        pid: about.get('Evt.Parsed["pid"]') ?? '',
        host: about.get('Evt.Meta["machine"]') ?? '',
        message: about.get('Evt.Parsed["message"]')?.trim() ?? '',
      });
    }
  });

  it('name the expected address or none, and most name it', () => {
    const addressed = said(/^s01-parse/).flatMap(({ test, row, about }) => {
      const address = about.get('Evt.Meta["source_ip"]');
      return address === undefined ? [] : [{ test, row, address: plainAddress(address) }];
    });
    const wrong = addressed.filter(
      ({ row, address }) => row.sourceIp !== undefined && row.sourceIp !== address,
    );
    expect(wrong.map(({ row, address }) => [row.message, row.sourceIp, address])).toEqual([]);
    const right = addressed.filter(({ row, address }) => row.sourceIp === address);
    expect(right.length / addressed.length).toBeGreaterThan(0.7);
  });

  it('of sshd, nginx, Apache and IIS all name the expected address', () => {
    const known = said(/^s01-parse\|crowdsecurity\/(?:sshd|nginx|apache2|iis)-logs$/).flatMap(
      ({ test, row, about }) => {
        const address = about.get('Evt.Meta["source_ip"]');
        // Formats of a site's own, which name their columns nowhere.
        const own = /npm/.test(test.name);
        return address === undefined || own ? [] : [[row.message, row.sourceIp, address] as const];
      },
    );
    expect(known.length).toBeGreaterThan(30);
    expect(known.filter(([, got, wanted]) => got !== wanted)).toEqual([]);
  });

  it('have the expected times, but for those explained', () => {
    const dated = said(/dateparse-enrich$/).flatMap(({ test, row, about }) => {
      const time = about.get('Evt.Enriched["MarshaledTime"]');
      return time === undefined ? [] : [{ test, row, time }];
    });
    expect(dated.length).toBeGreaterThan(100);
    const differing = dated.filter(
      ({ row, time }) =>
        row.time === UNDATED || Math.abs(Number(row.time / 1_000_000n) - Date.parse(time)) >= 1000,
    );
    expect(
      differing
        .filter(({ test }) => !OTHER_TIMES.has(test.name))
        .map(({ row, time }) => [row.message, time]),
    ).toEqual([]);
  });
});
