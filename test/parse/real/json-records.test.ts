import { describe, expect, it } from 'vitest';
import { UNDATED, formatInstant } from '#shared/model/time.ts';
import { sniff } from '#main/parse/sniff.ts';
import { headOf } from '../golden/fixtures.ts';
import { type ParsedBytes, parseBytes, testContext } from '../parse-bytes.ts';
import { expectedText, hasRealEvidence, realFile } from '../real-evidence.ts';
import { zipMembers } from './zip-members.ts';

/*
 * CloudTrail and Windows events as JSON, with the records, names and channels that a JSON parser of another language
 * counts in them.
 */

interface CloudFile {
  readonly records: number;
  readonly eventNames: { readonly [name: string]: number };
}

interface Member {
  readonly lines?: number;
  /** Windows channels, or for CloudTrail the services. */
  readonly channels?: { readonly [name: string]: number };
  readonly unparseable_json_lines?: number;
  readonly time_min?: string | null;
  readonly time_max?: string | null;
}

const expected = <T>(name: string): [string, T][] =>
  hasRealEvidence
    ? Object.entries(JSON.parse(expectedText(name)) as { readonly [path: string]: T })
    : [];

function read(name: string, bytes: Buffer): ParsedBytes & { readonly parser: string | undefined } {
  const parser = sniff(headOf(bytes, name))[0]?.parser;
  if (parser === undefined) throw new Error(`${name} is not recognised`);
  const run = parseBytes(parser, bytes, testContext({ name }));
  return { ...run, parser: parser.id };
}

const tally = (names: Iterable<string | undefined>): { readonly [name: string]: number } => {
  const counts: { [name: string]: number } = {};
  for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

describe.skipIf(!hasRealEvidence)('CloudTrail', () => {
  it.each(expected<CloudFile>('cloud_counts.json'))('%s', (path, { records, eventNames }) => {
    const run = read(path, realFile(path));
    expect(run.failure).toBeUndefined();
    expect(run.parser).toBe('json');
    expect(run.coverage.records).toBe(records);
    // Of long files only the most frequent names are listed.
    expect(tally(run.rows.map(({ action }) => action))).toMatchObject(eventNames);
    expect(run.coverage.bytes.unexplained).toBe(0);
    expect(run.rows.filter(({ time, zone }) => time === UNDATED || zone === 'assumed')).toEqual([]);
    expect(run.rows.every(({ category }) => ['api', 'authentication'].includes(category))).toBe(
      true,
    );
  });
});

const members = expected<Member>('otrf_counts.json').filter(
  ([, { lines, unparseable_json_lines }]) => lines !== undefined && unparseable_json_lines === 0,
);
/** Members of more than this take seconds each, and the smaller ones are of the same kinds. */
const MAX_LINES = 6_000;

describe.skipIf(!hasRealEvidence)('records of Security-Datasets', () => {
  it.each(members.filter(([, { lines = 0 }]) => lines <= MAX_LINES))(
    '%s',
    async (path, { lines, channels = {}, time_min, time_max }) => {
      const [archive = '', member = ''] = path.split('!');
      const bytes = (await zipMembers(realFile(archive))).get(member);
      if (bytes === undefined) throw new Error(`${path} is not in its archive`);
      const run = read(member, bytes);
      expect(run.failure).toBeUndefined();
      expect(run.parser).toBe('json');
      expect(run.coverage.bytes.unexplained).toBe(0);
      expect(run.coverage.records).toBe(lines);
      const named = run.rows.map(({ channel, provider }) => channel ?? provider);
      const { '?': _none, ...known } = channels;
      expect(tally(named)).toEqual(known);
      const dated = run.rows.map(({ time }) => time).filter((time) => time !== UNDATED);
      expect(dated.length).toBe(run.rows.length);
      if (typeof time_min === 'string' && typeof time_max === 'string')
        expect(bounds(dated)).toEqual([instant(time_min), instant(time_max)]);
    },
  );
});

const instant = (text: string): string =>
  new Date(text.replace(' ', 'T').replace(/Z?$/, 'Z')).toISOString();

function bounds(times: readonly bigint[]): string[] {
  const sorted = times.toSorted((a, b) => (a < b ? -1 : 1));
  const text = (time: bigint | undefined) =>
    formatInstant((time ?? 0n) as Parameters<typeof formatInstant>[0], 'ms');
  return [text(sorted[0]), text(sorted.at(-1))];
}
