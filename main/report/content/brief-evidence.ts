import type { EvidenceItem } from '#shared/model/evidence.ts';
import { type Block, type Row, table } from '#shared/report/content/block.ts';
import { code, lineBreak, text } from '#shared/report/content/inline.ts';
import { countOf, formatBytes } from '#shared/report/quantity-text.ts';
import { grouped } from '#shared/work/grouped.ts';
import type { ReportModel } from '../model.ts';
import { evidenceContent, evidenceFacts, STATES, stamp, stated } from './evidence.ts';
import { evidenceAnchor } from './references.ts';

/** So many files are described one by one; a report about something else does not go on for pages of more. */
export const FEW_FILES = 24;

/**
 * The evidence of a report that is about something else. Of many files those that it cites, and any that was found
 * altered, are described in full; of the others a table has what each is known by, and what they have in common is said
 * once.
 */
export function briefEvidence(model: ReportModel): readonly Block[] {
  const { evidence, events } = model;
  if (evidence.length <= FEW_FILES) return evidenceContent(model);
  const sources = new Set(
    events.list.flatMap((cited) => (cited.found ? [cited.event.evidenceSha256] : [])),
  );
  const isFirst = ({ sha256, verified }: EvidenceItem): boolean =>
    sources.has(sha256) || verified?.intact === false;
  const first = evidence.filter(isFirst);
  const others = evidence.filter((item) => !isFirst(item));
  const bytes = evidence.reduce((sum, { size }) => sum + size, 0);
  const said =
    first.length === 0
      ? 'The files are listed below'
      : `${countOf(first.length, 'file')} that this report cites or that changed since sealing ${first.length === 1 ? 'is' : 'are'} described first; the others are listed after that`;
  return [
    {
      kind: 'paragraph',
      text: [
        text(
          `${countOf(evidence.length, 'file')}, ${formatBytes(bytes)}. Every digest was computed while the file was read in, before anything else was done with it. ${said}. An evidence and custody statement describes each in full, with SHA-1 and MD5.`,
        ),
      ],
    },
    ...first.map((item) => evidenceFacts(item, model)),
    ...[...grouped(others, origin).values()].map(originTable),
  ];
}

const origin = ({ source, reason, custody }: EvidenceItem): string =>
  JSON.stringify([source, reason, custody]);

function originTable(items: readonly EvidenceItem[]): Block {
  const [first] = items;
  const sealed = items.map(({ sealedAt }) => sealedAt).sort();
  const kept = first?.custody === 'copy' ? 'copied into the case' : 'left in place, by reference';
  return table({
    caption: [
      text(`${countOf(items.length, 'file')}, ${kept}. Source: ${stated(first?.source ?? '')}. `),
      text(`Reason: ${stated(first?.reason ?? '')}. `),
      text(`Sealed ${stamp(sealed[0] ?? '')} to ${stamp(sealed.at(-1) ?? '')}.`),
    ],
    columns: [
      { title: 'No.', kind: 'tight', width: 6 },
      { title: 'Read from', kind: 'text', width: 35 },
      { title: 'SHA-256', kind: 'text', width: 31 },
      { title: 'Size', kind: 'number', width: 9 },
      { title: 'Format, events', kind: 'text', width: 19 },
    ],
    rows: items.map(fileRow),
  });
}

const fileRow = (item: EvidenceItem): Row => ({
  kind: 'cells',
  anchor: evidenceAnchor(item.index),
  target: `evidence ${item.sha256}`,
  cells: [
    [text(`#${item.index}`)],
    [code(item.originalPath)],
    [code(item.sha256)],
    [text(formatBytes(item.size))],
    [text(item.format ?? 'not known'), lineBreak, text(outcome(item), 'faint')],
  ],
});

const outcome = ({ state, coverage }: EvidenceItem): string =>
  state === 'unparsed'
    ? 'sealed only'
    : coverage === undefined || state !== 'done'
      ? STATES[state]
      : countOf(coverage.events, 'event');
