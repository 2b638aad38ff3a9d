import { describe, expect, it } from 'vitest';
import { TLP } from '#shared/records/kinds/incident.ts';
import { markingHtml, markingParts, TLP_COLOURS, tlpOf } from '#shared/response/tlp-label.ts';
import { TLP_WORDS } from '#shared/response/incident-words.ts';

describe('a marking', () => {
  it('has the labels of TLP 2.0, each in its colour', () => {
    expect(TLP.map((one) => [TLP_WORDS[one], TLP_COLOURS[one]])).toEqual([
      ['TLP:RED', '#ff2b2b'],
      ['TLP:AMBER+STRICT', '#ffc000'],
      ['TLP:AMBER', '#ffc000'],
      ['TLP:GREEN', '#33ff00'],
      ['TLP:CLEAR', '#ffffff'],
    ]);
    for (const tlp of TLP) {
      expect(markingParts(TLP_WORDS[tlp])).toEqual([{ tlp, label: TLP_WORDS[tlp] }]);
    }
  });

  it.each([
    ['TLP:AMBER · Confidential', 'amber'],
    ['Secret · TLP:AMBER+STRICT', 'amber+strict'],
    ['tlp: red', 'red'],
    ['TLP:REDACTED', undefined],
    ['TLP:AMBER+OTHER', undefined],
    ['TLP:WHITE', undefined],
    ['', undefined],
  ])('%s names %s', (marking, tlp) => {
    expect(tlpOf(marking)).toBe(tlp);
  });

  it('keeps what stands around its labels, as text', () => {
    expect(markingParts('A TLP:RED b')).toEqual(['A ', { tlp: 'red', label: 'TLP:RED' }, ' b']);
    const html = markingHtml('<b>x</b> · TLP:GREEN').toString();
    expect(html).toContain('&lt;b&gt;x&lt;/b&gt; · ');
    expect(html).toMatch(/background:#000;color:#33ff00[^>]*>TLP:GREEN</);
  });
});
