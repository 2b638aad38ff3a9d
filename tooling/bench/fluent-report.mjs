// A report as long as a year-long case's: chapters of prose with citations and tables, and all that is live.

/** @typedef {{ readonly type: string, readonly [field: string]: unknown }} Node */

const SENTENCES = [
  'The machine was reached from the maintenance network shortly after the shift had changed.',
  'Nothing in the evidence explains the log-on other than the account that had been taken before.',
  'A service was installed under a name that differs in one letter from that of the updater.',
  'Its program was written to disk by the same process and started eleven seconds later.',
  'The operators noticed the slow screens but took them for the backup that runs at that hour.',
  'What left the network went to a name that had been registered four days earlier.',
  'The firewall let it pass because the rule for the supplier had never been taken out.',
  'Whether the copy was complete cannot be said: the log of the proxy begins after it.',
];
const PARAGRAPHS = 14;
const LIVE = [
  ['Figures', 'metrics'],
  ['The incident', 'incident'],
  ['Findings', 'findings'],
  ['Evidence', 'evidence'],
  ['Coverage', 'coverage'],
];

/** @param {string} value */
const text = (value) => ({ type: 'text', text: value });
/** @param {readonly Node[]} content */
const paragraph = (...content) => ({ type: 'paragraph', content });

/** @param {number} from @param {number} count */
const prose = (from, count) =>
  Array.from({ length: count }, (_, n) => SENTENCES[(from + n * 3) % SENTENCES.length]).join(' ');

/** @param {number} n @param {(n: number) => string} cite @returns {Node} */
function chapter(n, cite) {
  const content = Array.from({ length: PARAGRAPHS }, (_, p) =>
    paragraph(
      text(prose(n + p, 4)),
      ...(p % 2 === 0
        ? [
            text(' This rests on '),
            { type: 'citation', attrs: { kind: 'event', ref: cite(n * 67 + p * 5) } },
            text(' and on what was seen before.'),
          ]
        : []),
      text(` ${prose(n + p + 1, 2)}`),
    ),
  );
  const cell = (/** @type {string} */ type, /** @type {string} */ value) => ({
    type,
    content: [paragraph(text(value))],
  });
  const row = (/** @type {string} */ type, /** @type {readonly string[]} */ values) => ({
    type: 'tableRow',
    content: values.map((value) => cell(type, value)),
  });
  return {
    type: 'doc',
    content: [
      ...content,
      {
        type: 'bulletList',
        content: SENTENCES.slice(0, 4).map((sentence) => ({
          type: 'listItem',
          content: [paragraph(text(sentence))],
        })),
      },
      {
        type: 'table',
        content: [
          row('tableHeader', ['Machine', 'Seen', 'What was done']),
          ...SENTENCES.map((sentence, at) => row('tableCell', [`ws${n}-${at}`, '09:12', sentence])),
        ],
      },
    ],
  };
}

/**
 * @param {number} chapters of prose
 * @param {(n: number) => string} cite
 * @param {(a: string | undefined, b: string | undefined) => string} rankBetween
 */
export function reportSections(chapters, cite, rankBetween) {
  const written = Array.from({ length: chapters }, (_, n) => ({
    title: `What happened on line ${n + 1}`,
    level: n % 4 === 0 ? 1 : 2,
    appendix: false,
    content: chapter(n, cite),
  }));
  const live = LIVE.map(([title, kind]) => ({
    title,
    level: 1,
    appendix: true,
    content: { type: 'doc', content: [{ type: 'live', attrs: { kind } }] },
  }));
  /** @type {string | undefined} */
  let rank;
  return [...written, ...live].map((section, n) => {
    rank = rankBetween(rank, undefined);
    return { id: `section-${n}`, rank, ...section };
  });
}
