import type { EvidenceIssue, EvidenceItem } from '#shared/model/evidence.ts';
import { countOf, formatBytes, formatCount, formatShare } from '#shared/report/quantity-text.ts';
import type { ReportModel } from '../model.ts';
import { type Block, cells, type Row, table } from '#shared/report/content/block.ts';
import { code, lineBreak, text } from '#shared/report/content/inline.ts';
import { evidenceReference } from './references.ts';

/** What was read of each file and what could not be: no byte is left out of the account. */
export function coverageContent(model: ReportModel): readonly Block[] {
  const measured = model.evidence.filter(({ coverage }) => coverage !== undefined);
  const others = model.evidence.filter(({ coverage }) => coverage === undefined);
  if (model.evidence.length === 0) {
    return [{ kind: 'notice', tone: 'plain', text: [text('No evidence has been sealed.')] }];
  }
  return [
    ...(measured.length > 0 ? [coverageTable(measured)] : []),
    ...(others.length > 0 ? [notRead(others)] : []),
    ...measured.flatMap((item) => issuesTable(item, model.issues.get(item.index) ?? [])),
  ];
}

/** How much of each file was read. */
export const coverageTable = (items: readonly EvidenceItem[]): Block =>
  table({
    columns: [
      { title: 'File', kind: 'text', width: 28 },
      { title: 'Size', kind: 'number', width: 11 },
      { title: 'Read', kind: 'number', width: 11 },
      { title: 'Known, skipped', kind: 'number', width: 11 },
      { title: 'Unexplained', kind: 'number', width: 12 },
      { title: 'Records', kind: 'number', width: 10 },
      { title: 'Events', kind: 'number', width: 9 },
      { title: 'Covered', kind: 'number', width: 8 },
    ],
    rows: items.flatMap(coverageRow),
    note: [
      text(
        'Covered: the share of a file’s bytes that were read into events or skipped for a known reason. Records: met in the file, whether or not they became events; recovered ones were read from slack or damaged areas.',
      ),
    ],
  });

function coverageRow(item: EvidenceItem): readonly Row[] {
  const { coverage } = item;
  if (coverage === undefined) return [];
  const recovered =
    coverage.recovered > 0
      ? [lineBreak, text(`${formatCount(coverage.recovered)} recovered`, 'faint')]
      : [];
  return [
    cells(
      [evidenceReference(item)],
      [text(formatBytes(item.size))],
      [text(formatBytes(coverage.bytes.parsed))],
      [text(formatBytes(coverage.bytes.skipped))],
      coverage.bytes.unexplained > 0
        ? [text(formatBytes(coverage.bytes.unexplained), 'strong')]
        : [text('0')],
      [text(formatCount(coverage.records)), ...recovered],
      [text(formatCount(coverage.events))],
      [text(formatShare(coverage.fraction))],
    ),
  ];
}

const notRead = (items: readonly EvidenceItem[]): Block =>
  table({
    caption: [text('Sealed but not read into events')],
    columns: [
      { title: 'File', kind: 'text', width: 40 },
      { title: 'Size', kind: 'number', width: 15 },
      { title: 'Why', kind: 'text', width: 45 },
    ],
    rows: items.map((item) =>
      cells(
        [evidenceReference(item)],
        [text(formatBytes(item.size))],
        [text(item.explanation ?? item.state)],
      ),
    ),
  });

function issuesTable(item: EvidenceItem, issues: readonly EvidenceIssue[]): readonly Block[] {
  if (issues.length === 0) return [];
  const total = Math.max(item.coverage?.issues ?? 0, issues.length);
  const more = total - issues.length;
  return [
    table({
      caption: [text(`${countOf(total, 'issue')} met in `), text(item.name, 'strong')],
      columns: [
        { title: 'Where', kind: 'tight', width: 18 },
        { title: 'Kind', kind: 'text', width: 22 },
        { title: 'What', kind: 'text', width: 60 },
      ],
      rows: issues.map((issue) =>
        cells(
          placeOf(issue),
          [
            text(issue.severity, ...(issue.severity === 'loss' ? (['strong'] as const) : [])),
            lineBreak,
            code(issue.code),
          ],
          [
            text(issue.message),
            ...(issue.blame === 'parser' ? [text(' (not understood by the parser)', 'faint')] : []),
          ],
        ),
      ),
      ...(more > 0 && {
        note: [
          text(
            `${formatCount(more)} more of this file ${more === 1 ? 'is' : 'are'} in the case, not printed here.`,
          ),
        ],
      }),
    }),
  ];
}

/** Where in its file a defect is. */
export function placeOf({ offset, length, record }: EvidenceIssue) {
  const where = offset === undefined ? [text('whole file')] : [code(`0x${offset.toString(16)}`)];
  return [
    ...where,
    ...(length === undefined ? [] : [lineBreak, text(`${formatCount(length)} bytes`, 'faint')]),
    ...(record === undefined ? [] : [lineBreak, text(`record ${formatCount(record)}`, 'faint')]),
  ];
}
