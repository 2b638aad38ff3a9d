import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Redaction } from '#shared/records/kinds/redaction.ts';
import type { Inline } from '#shared/report/content/inline.ts';
import { redactLine, redactText } from '#shared/report/redaction/redact-blocks.ts';
import { redactorOf } from '#shared/report/redaction/redactor.ts';
import { canonicalJson } from '#shared/work/canonical-json.ts';
import { gatherReport } from '#main/report/gather.ts';
import { reportHtml } from '#main/report/html/report-html.ts';
import { reportMarkdown } from '#main/report/markdown/report-markdown.ts';
import { outgoing } from '#main/report/outgoing.ts';
import { makePack } from '#main/report/proof/make-pack.ts';
import { packText, readPack } from '#main/report/proof/proof-pack.ts';
import { releaseState } from '#main/report/release.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, REPORT, work } from './harbour-case.ts';
import { RECORDS, recordsBy } from './harbour-records.ts';

const redaction = (
  by: Redaction['by'],
  what: string,
  label = '[redacted]',
  entity?: string,
): Redaction => ({
  id: `r-${by}-${what}` as RecordId,
  type: 'redaction',
  title: what,
  by,
  what,
  label,
  ...(entity !== undefined && { entity: entity as RecordId }),
});

const workWith = (...redactions: Redaction[]) => ({
  ...work,
  records: recordsBy([...RECORDS, ...redactions]),
});

const redactor = (...redactions: Redaction[]) =>
  valueOf(redactorOf(workWith(...redactions), REPORT));

const shown = (text: string, ...redactions: Redaction[]): string =>
  redactText(text, redactor(...redactions), new Map());

const account = redaction('entity', 'svc_backup', '[service account]', 'svc');

describe('a redaction', () => {
  it.each([
    ['LINDHOLM\\svc_backup logged on', '[service account] logged on'],
    ['"user":"LINDHOLM\\\\svc_backup"', '"user":"[service account]"'],
    ['SVC_BACKUP@LINDHOLM.EXAMPLE', '[service account]'],
    ['for svc_backup, for svc_backup', 'for [service account], for [service account]'],
    ['svc_backup2 and xsvc_backup are others', 'svc_backup2 and xsvc_backup are others'],
    ['cut at svc_bac…', 'cut at [service account]…'],
    ['nothing here', 'nothing here'],
  ])('by entity takes out every form of it: %s', (text, expected) => {
    expect(shown(text, account)).toBe(expected);
  });

  it('by entity takes out addresses as they are defanged', () => {
    const address = redaction('entity', '198.51.100.23', '[address]', 'c2');
    expect(shown('to 198[.]51[.]100[.]23 and 198.51.100.23:443', address)).toBe(
      'to [address] and [address]:443',
    );
  });

  it('by pattern takes out what it matches, in linear time', () => {
    const numbers = redaction('pattern', '\\b\\d{6}-\\d{4}\\b', '[number]');
    expect(shown('A 811228-9874, B 811228-98745', numbers)).toBe('A [number], B 811228-98745');
    const slow = redaction('pattern', '(a+)+$', '[a]');
    const before = performance.now();
    shown(`${'a'.repeat(50_000)}!`, slow);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('by text takes out the text within words, whatever its case', () => {
    expect(shown('Bergström, BERG', redaction('text', 'berg', '—'))).toBe('—ström, —');
  });

  it('takes a name out of a line in which it is half bold', () => {
    const line: readonly Inline[] = [
      { kind: 'text', text: 'See svc', marks: [] },
      { kind: 'text', text: '_back', marks: ['strong'] },
      { kind: 'code', text: 'up now' },
    ];
    expect(redactLine(line, redactor(account), new Map())).toEqual([
      { kind: 'text', text: 'See [service account]', marks: [] },
      { kind: 'text', text: '', marks: ['strong'] },
      { kind: 'code', text: ' now' },
    ]);
  });

  it('that cannot be carried out stops the report, with a reason', async () => {
    for (const wrong of [redaction('pattern', '('), redaction('text', 'Berg', 'not Berg')]) {
      const gathered = await gatherReport(REPORT, { ...harbourCase, work: workWith(wrong) });
      expect(gathered).toMatchObject({ ok: false, failure: { code: 'invalid-argument' } });
    }
  });
});

describe('a redacted report', () => {
  const all = [
    account,
    redaction('text', 'Lindholm', '[the company]'),
    redaction('text', 'Maria Lind', '[analyst]'),
    redaction('pattern', '(?i)WS\\d\\d', '[workstation]'),
  ];
  const hidden = /svc_backup|lindholm|maria lind|ws\d\d/i;
  const sources = { ...harbourCase, work: workWith(...all) };

  it('holds nothing of it in its text, its titles and its page furniture', async () => {
    const going = outgoing(valueOf(await gatherReport(REPORT, sources)));
    const { html, header, footer } = reportHtml(going, 'A4');
    const page = html.replaceAll(/url\(data:[^)]*\)/g, '');
    for (const text of [page, header, footer, reportMarkdown(going)]) {
      expect(hidden.exec(text.replaceAll(/<wbr>|\\(?=[^\\])/g, ''))?.[0]).toBeUndefined();
    }
    expect(page).toContain('[the company]');
    expect(page).toMatch(/Redacted<\/dt><dd>\d+ places by \d redactions/);
  });

  it('has a proof pack that proves as before and names which citations are redacted', async () => {
    const going = outgoing(valueOf(await gatherReport(REPORT, sources)));
    const seen: string[] = [];
    const pack = await makePack(
      going,
      [{ name: 'report.pdf', size: 1, sha256: 'a'.repeat(64) as never }],
      (events) => {
        seen.push(...events.map(({ message }) => message));
        return Promise.resolve(
          events.map((event) => ({
            ok: true as const,
            evidence: {
              sha256: event.evidenceSha256 as never,
              name: `${event.evidenceName} of Lindholm`,
              size: 1,
              parser: { id: 'x' as never, version: 1 },
              context: { zone: null, modifiedAt: null, options: null },
            },
            row: event,
            recordSha256: 'b'.repeat(64) as never,
            eventSha256: 'c'.repeat(64) as never,
          })),
        );
      },
      { analyst: sources.analyst, sign: () => Buffer.alloc(64) },
      'd'.repeat(64) as never,
    );
    // Who knows all of a record but a name could else try names until a digest fits.
    expect(packText(pack)).not.toMatch(/b{64}|c{64}/);
    expect(seen.join()).toMatch(hidden);
    const text = packText(pack);
    expect(hidden.exec(text)?.[0]).toBeUndefined();
    expect(pack.format).toBe(2);
    expect(pack.citations.some(({ redacted }) => redacted === true)).toBe(true);
    expect(pack.citations.some(({ redacted }) => redacted === undefined)).toBe(true);
    expect(readPack(Buffer.from(text, 'utf8'))).toMatchObject({ ok: true });
  });

  it('says before how many places each redaction takes out', async () => {
    const model = valueOf(await gatherReport(REPORT, sources));
    const { redactions, redactedCitations } = releaseState(model);
    expect(redactions).toHaveLength(4);
    expect(redactions.every(({ places }) => places > 0)).toBe(true);
    expect(redactedCitations).toBeGreaterThan(0);
    expect(canonicalJson(model.work.reports.get(REPORT)?.header)).toMatch(/Lindholm/);
  });
});
