// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/model/time.ts';
import { pageFoot, sectionsHtml } from '#shared/response/hand-over/sections-html.ts';
import { HOSTILE } from '../report/hostile-case.ts';

const printed = (text: string): string =>
  sectionsHtml({
    title: text,
    subtitle: text,
    marking: text,
    timeText: () => '08:20',
    sections: [
      { id: 'a', title: text, none: '', lines: [{ at: 0n as Instant, text, detail: text }] },
      { id: 'b', title: 'Tasks', none: 'There are no tasks.', lines: [] },
      { id: 'c', title: 'Late', none: '', lines: [{ text: 'Collect WS01', late: true }] },
    ],
  });

const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe('sections as a document to print', () => {
  it('say when, what and why, mark what is late in words, and say what is empty', () => {
    const document = parsed(printed('Plain'));
    expect(document.querySelector('h1')?.textContent).toBe('Plain');
    expect([...document.querySelectorAll('li')].map((one) => one.textContent?.trim())).toEqual([
      '08:20PlainPlain',
      '! Collect WS01',
    ]);
    expect(document.body.textContent).toContain('There are no tasks.');
  });

  it('hold nobody’s words as markup', () => {
    const document = parsed(printed(HOSTILE));
    const foot = parsed(pageFoot(HOSTILE));
    for (const one of [document, foot]) {
      expect(one.querySelectorAll('script, img, svg, a, [onload], [onerror]')).toHaveLength(0);
    }
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(document.querySelector('li')?.textContent).toContain('<script>alert(1)</script>');
  });
});
