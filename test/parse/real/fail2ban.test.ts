import { describe, expect, it } from 'vitest';
import { UNDATED } from '#shared/model/time.ts';
import { sniff } from '#main/parse/sniff.ts';
import { headOf } from '../golden/fixtures.ts';
import { parseBytes, testContext } from '../parse-bytes.ts';
import { expectedText, hasRealEvidence } from '../real-evidence.ts';

/*
 * Log lines of many daemons, with the time and the address that fail2ban's own tests say they hold. Each line is read
 * alone, by the parser that recognises it. fail2ban's tests run in Zurich, on 14 August 2005.
 */

interface Row {
  readonly file: string;
  readonly text: string;
  readonly expected: { readonly time?: string; readonly host?: string } | null;
}

const CONTEXT = testContext({
  zone: 'Europe/Zurich',
  reference: BigInt(Date.UTC(2005, 7, 14, 10)) * 1_000_000n,
});

/** Times that we read otherwise, and who is right. */
const OTHER_TIMES: { readonly [file: string]: string } = {
  'domino-smtp': '03-07-2005 alone does not say which is the day; the file as a whole does',
  'selinux-ssh': 'audit(1372546928.000) counts in UTC; fail2ban reads it as the local time',
  monit: '[PDT Apr 16 21:05:29]: a zone before the date is not read, and the assumed zone is said',
  postfix: 'we agree: the expectation, 2005-03-7T02:09:33, is written with one digit',
};
/** Times in a form that we do not read: such a line stays undated. */
const UNREAD_TIMES: { readonly [file: string]: string } = {
  assp: 'Apr-07-13 07:08:36',
  'counter-strike': '01/01/2014 - 01:25:17',
  dovecot: '@400000004c91b044077a9e94, TAI64N',
  'ejabberd-auth': 'a term of Erlang; the date is in the line before',
};
/** Addresses that a stranger wrote into a user name: of both we take the one that stands where the daemon puts it. */
const FORGED = new Set(['xrdp']);

/** Empty where there is no real evidence. */
const rows = hasRealEvidence
  ? (JSON.parse(expectedText('fail2ban_expected.json')) as { readonly rows: readonly Row[] }).rows
  : [];

const zurich = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Zurich',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function readLine(text: string) {
  const bytes = Buffer.from(`${text}\n`);
  const parser = sniff(headOf(bytes, 'line.log'))[0]?.parser;
  const event = parser === undefined ? undefined : parseBytes(parser, bytes, CONTEXT).rows[0];
  const time =
    event === undefined || event.time === UNDATED
      ? undefined
      : zurich.format(Number(event.time / 1_000_000n)).replace(' ', 'T');
  return { parser: parser?.id, time, address: event?.sourceIp };
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

describe.skipIf(!hasRealEvidence)('lines of fail2ban', () => {
  const read = rows
    .filter((row) => row.expected !== null)
    .map((row) => ({ ...row, name: nameOf(row.file), got: readLine(row.text) }));

  it('are many', () => {
    expect(read.length).toBeGreaterThan(450);
  });

  it('have the expected times, but for those explained', () => {
    const differing = read.filter(
      ({ expected, got }) =>
        typeof expected?.time === 'string' && got.time !== expected.time.slice(0, 19),
    );
    const unexplained = differing.filter(({ name, got }) =>
      got.time === undefined ? !(name in UNREAD_TIMES) : !(name in OTHER_TIMES),
    );
    expect(unexplained.map(({ text, got }) => [text, got])).toEqual([]);
    expect(differing.length).toBeLessThan(40);
  });

  it('name the expected address or none, and most name it', () => {
    const syslog = read.filter(
      ({ expected, got }) =>
        expected?.host !== undefined && ['syslog', 'access-log'].includes(got.parser ?? ''),
    );
    const wrong = syslog.filter(
      ({ name, expected, got }) =>
        got.address !== undefined && got.address !== expected?.host && !FORGED.has(name),
    );
    expect(wrong.map(({ text, got }) => [text, got])).toEqual([]);
    const right = syslog.filter(({ expected, got }) => got.address === expected?.host).length;
    expect(right / syslog.length).toBeGreaterThan(0.8);
  });
});
