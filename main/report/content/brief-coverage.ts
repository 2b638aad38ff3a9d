import type { EvidenceIssue, EvidenceItem } from '#shared/model/evidence.ts';
import { type Block, cells, paragraph, table } from '#shared/report/content/block.ts';
import { code, type Inline, lineBreak, text } from '#shared/report/content/inline.ts';
import { countOf, formatBytes, formatCount, formatShare } from '#shared/report/quantity-text.ts';
import { grouped } from '#shared/work/grouped.ts';
import type { ReportModel } from '../model.ts';
import { FEW_FILES } from './brief-evidence.ts';
import { coverageContent, coverageTable, placeOf } from './coverage.ts';
import { evidenceReference } from './references.ts';

/**
 * What was read and what was not, of a report that is about something else. Of many files those that were read whole
 * are counted by format; each that was not read, or not whole, and every loss is named.
 */
export function briefCoverage(model: ReportModel): readonly Block[] {
  const { evidence } = model;
  if (evidence.length <= FEW_FILES) return coverageContent(model);
  const measured = evidence.filter(({ coverage }) => coverage !== undefined);
  const others = evidence.filter(({ coverage }) => coverage === undefined);
  const short = measured.filter(({ coverage }) => (coverage?.fraction ?? 0) < 1);
  const issues = measured.map((item) => [item, model.issues.get(item.index) ?? []] as const);
  return [
    ...(measured.length > 0 ? [byFormat(measured)] : []),
    paragraph(
      text(
        short.length === 0
          ? 'No byte of the files that were read is left unexplained.'
          : `${countOf(short.length, 'file')} of these ${short.length === 1 ? 'was' : 'were'} not read whole:`,
      ),
    ),
    ...(short.length > 0 ? [coverageTable(short)] : []),
    ...(others.length > 0 ? [notRead(others)] : []),
    ...losses(issues),
    ...reservations(issues),
    ...untold(issues),
  ];
}

const byFormat = (items: readonly EvidenceItem[]): Block =>
  table({
    columns: [
      { title: 'Format', kind: 'text', width: 40 },
      { title: 'Files', kind: 'number', width: 12 },
      { title: 'Size', kind: 'number', width: 16 },
      { title: 'Events', kind: 'number', width: 16 },
      { title: 'Covered', kind: 'number', width: 16 },
    ],
    rows: [...grouped(items, ({ format = 'unknown' }) => format)].map(([format, own]) => {
      const size = own.reduce((sum, one) => sum + one.size, 0);
      const unexplained = own.reduce(
        (sum, { coverage }) => sum + (coverage?.bytes.unexplained ?? 0),
        0,
      );
      const events = own.reduce((sum, { coverage }) => sum + (coverage?.events ?? 0), 0);
      return cells(
        [text(format)],
        [text(formatCount(own.length))],
        [text(formatBytes(size))],
        [text(formatCount(events))],
        [text(formatShare(size === 0 ? 1 : 1 - unexplained / size))],
      );
    }),
    note: [
      text(
        'Covered: the share of the files’ bytes that were read into events or skipped for a known reason.',
      ),
    ],
  });

const notRead = (items: readonly EvidenceItem[]): Block =>
  table({
    caption: [text('Sealed but not read into events')],
    columns: [
      { title: 'Why', kind: 'text', width: 28 },
      { title: 'Files', kind: 'number', width: 8 },
      { title: 'Which', kind: 'text', width: 64 },
    ],
    rows: [...grouped(items, ({ explanation, state }) => explanation ?? state)].map(([why, own]) =>
      cells([text(why)], [text(formatCount(own.length))], listed(own)),
    ),
  });

const listed = (items: readonly EvidenceItem[]): readonly Inline[] =>
  items.flatMap((item, n) => [...(n > 0 ? [text(', ')] : []), evidenceReference(item)]);

type Met = readonly (readonly [EvidenceItem, readonly EvidenceIssue[]])[];

/** What could not be read, place by place. */
function losses(issues: Met): readonly Block[] {
  const rows = issues.flatMap(([item, all]) =>
    all
      .filter(({ severity }) => severity === 'loss')
      .map((issue) => cells([evidenceReference(item)], placeOf(issue), [text(issue.message)])),
  );
  if (rows.length === 0) return [];
  return [
    table({
      caption: [text('What could not be read')],
      columns: [
        { title: 'File', kind: 'text', width: 28 },
        { title: 'Where', kind: 'tight', width: 16 },
        { title: 'What', kind: 'text', width: 56 },
      ],
      rows,
    }),
  ];
}

/** What was read with a reservation, by its kind: in which files, and what the first of them says. */
function reservations(issues: Met): readonly Block[] {
  const met = issues.flatMap(([item, all]) =>
    all.flatMap((issue) => (issue.severity === 'loss' ? [] : [{ item, issue }])),
  );
  if (met.length === 0) return [];
  return [
    table({
      caption: [text('Read with a reservation')],
      columns: [
        { title: 'Kind', kind: 'text', width: 22 },
        { title: 'What, in the first of them', kind: 'text', width: 38 },
        { title: 'Files', kind: 'text', width: 40 },
      ],
      rows: [...grouped(met, ({ issue }) => issue.code)].map(([kind, own]) => {
        const files = [...new Set(own.map(({ item }) => item))];
        return cells(
          [text(own[0]?.issue.severity ?? ''), lineBreak, code(kind)],
          [text(own[0]?.issue.message ?? '')],
          [text(`${countOf(files.length, 'file')}: `), ...listed(files)],
        );
      }),
    }),
  ];
}

/** Files of which not every issue is at hand: nobody may take what is told for all. */
function untold(issues: Met): readonly Block[] {
  const cut = issues.filter(([{ coverage }, all]) => (coverage?.issues ?? 0) > all.length);
  if (cut.length === 0) return [];
  return [
    paragraph(
      text('More issues than are told here were met in '),
      ...listed(cut.map(([item]) => item)),
      text('; the case has each.'),
    ),
  ];
}
