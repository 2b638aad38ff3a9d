import { describe, expect, it } from 'vitest';
import { coverageText } from '#shared/learning/coverage-text.ts';
import { freshness, lookedForState, soughtIn } from '#shared/learning/sought-evidence.ts';
import { sourceTerms } from '#shared/learning/source-terms.ts';
import { coverageOf, digest, evidenceItem } from './evidence-items.ts';

const time = (text: string): bigint => BigInt(Date.parse(text)) * 1_000_000n;

describe('a search that is recorded', () => {
  it('runs over the files that are read to their end, each once', () => {
    const items = [
      evidenceItem(3),
      evidenceItem(1, { state: 'unparsed' }),
      evidenceItem(2, { state: 'parsing' }),
      evidenceItem(4, { state: 'refused' }),
      evidenceItem(5, { state: 'duplicate', sha256: digest(3) }),
      evidenceItem(6, { state: 'container' }),
    ];
    expect(soughtIn(items)).toEqual([digest(1), digest(3), digest(6)]);
  });

  it('goes stale when a file comes that it did not run over, and says which', () => {
    const before = [evidenceItem(1), evidenceItem(2)];
    const finding = { evidence: soughtIn(before), matched: 0, denominator: 9 };
    expect(freshness(finding, before)).toEqual({ unseen: [], stale: false });
    expect(lookedForState(finding, before)).toBe('nothing-found');
    const hashing = [...before, evidenceItem(3, { state: 'hashing' })];
    expect(lookedForState(finding, hashing)).toBe('nothing-found');
    const after = [...before, evidenceItem(3)];
    expect(freshness(finding, after).unseen.map(({ name }) => name)).toEqual(['file-3']);
    expect(lookedForState(finding, after)).toBe('stale');
    expect(lookedForState({ ...finding, matched: 2 }, after)).toBe('found-something');
    const written = { evidence: [], matched: 0, denominator: 0 };
    expect(lookedForState(written, after)).toBe('not-run');
  });

  it('asks after the kinds of record its query names', () => {
    expect(sourceTerms('code:(4768 or 4769) host:DC1* not channel:System user:x "a b"')).toEqual([
      'code:4768',
      'code:4769',
      'host:DC1*',
    ]);
    expect(sourceTerms('code:(')).toEqual([]);
    expect(sourceTerms('')).toEqual([]);
  });

  it('says what it ran over and what that could not have shown', () => {
    const items = [
      evidenceItem(1, {
        format: 'evtx',
        coverage: coverageOf(1_200),
        firstTime: time('2026-05-11T00:00:00Z'),
        lastTime: time('2026-05-12T12:00:00Z'),
      }),
      evidenceItem(2, {
        format: 'evtx',
        coverage: coverageOf(34),
        firstTime: time('2026-05-12T08:00:00Z'),
        lastTime: time('2026-05-13T23:59:00Z'),
      }),
      evidenceItem(3, {
        format: 'syslog',
        coverage: coverageOf(10),
        firstTime: time('2026-05-13T00:00:00Z'),
        lastTime: time('2026-05-13T01:00:00Z'),
      }),
      evidenceItem(4, { format: 'csv', coverage: coverageOf(1) }),
      evidenceItem(5, { state: 'unparsed', name: 'memory.raw' }),
      evidenceItem(6, { state: 'parsing', name: 'late.evtx' }),
    ];
    const categories = ['authentication', 'process', 'network', 'file', 'web'].map((value) => ({
      value,
      count: 1,
    }));
    const text = coverageText({
      items,
      from: time('2026-05-11T12:00:00Z'),
      to: time('2026-05-13T12:00:00Z'),
      categories,
      absent: ['code:4769'],
    });
    expect(text.split('\n')).toEqual([
      'evtx: 2 files, 1,234 events, from 2026-05-11 00:00 to 2026-05-13 23:59 UTC.',
      'syslog: 1 file, 10 events, from 2026-05-13 00:00 to 2026-05-13 01:00 UTC, which is less than the time that was searched.',
      'csv: 1 file, 1 event, none with a time.',
      'No events of these kinds in this time: registry, email.',
      '1 file not read, because no parser knows memory.raw.',
      'No event of this case meets code:4769: what only such records tell cannot be seen.',
    ]);
    expect(coverageText({ items: [], categories, absent: [] })).toContain(
      'No file with events was searched.',
    );
  });
});
