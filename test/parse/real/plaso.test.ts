import { describe, expect, it } from 'vitest';
import { sniff } from '#main/parse/sniff.ts';
import { headOf } from '../golden/fixtures.ts';
import { parseBytes, testContext } from '../parse-bytes.ts';
import { expectedText, hasRealEvidence, realFile } from '../real-evidence.ts';

/*
 * Files of Plaso's own tests in formats that we read: as many records as Plaso has event data, and the times that its
 * tests name are among ours.
 */

interface Row {
  readonly file: string;
  readonly parser: string;
  readonly file_present: boolean;
  readonly counts: { readonly event_data: number };
  readonly samples: readonly { readonly expected: { readonly [name: string]: unknown } }[];
}

const FORMATS: { readonly [plaso: string]: string } = {
  bodyfile: 'bodyfile',
  winiis: 'w3c',
  winfirewall: 'w3c',
  apache_access: 'access-log',
  syslog: 'syslog',
  syslog_traditional: 'syslog',
  aws_cloudtrail_log: 'json',
  gcp_log: 'json',
  docker_container_log: 'json',
  networkminer_fileinfo: 'table',
};

/** Records that we have more than Plaso; nothing that it reads is missing. */
const MORE: { readonly [file: string]: readonly [more: number, why: string] } = {
  'test_data/apache_access.log': [
    1,
    'fifteen requests are in the file; Plaso leaves one out with a warning',
  ],
  'test_data/syslog/syslog': [1, 'the line that begins “MMM 22” is kept, without a time'],
};

/** Empty where there is no real evidence. */
const rows = hasRealEvidence
  ? (
      JSON.parse(expectedText('plaso_expected.json')) as { readonly rows: readonly Row[] }
    ).rows.filter(({ parser, file_present }) => file_present && parser in FORMATS)
  : [];

describe.skipIf(!hasRealEvidence)('files of Plaso', () => {
  it.each(rows.map((row) => [row.parser, row.file, row] as const))('%s: %s', (plaso, path, row) => {
    const bytes = realFile(`plaso/${path}`);
    const parser = sniff(headOf(bytes, path))[0]?.parser;
    expect(parser?.id).toBe(FORMATS[plaso]);
    if (parser === undefined) return;
    const run = parseBytes(parser, bytes, testContext({ name: path }));
    const [more] = MORE[path] ?? [0];
    expect(run.coverage.records).toBe(row.counts.event_data + more);
    expect(run.failure).toBeUndefined();
    expect(run.coverage.bytes.unexplained).toBe(0);
    const dated = new Set(run.rows.map(({ time }) => Number(time / 1_000_000n)));
    for (const time of timesOf(row)) expect(dated).toContain(Date.parse(time));
  });
});

/** Those with a year: for times without one Plaso counts years from the beginning of the file. */
function timesOf({ samples }: Row): string[] {
  return samples
    .flatMap(({ expected }) => Object.entries(expected))
    .flatMap(([name, value]) =>
      name.endsWith('_time') && typeof value === 'string' ? [value] : [],
    )
    .filter((value) => /^[12]\d{3}-/.test(value))
    .map((value) => (/(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`));
}
