import type { EvidenceItem, EvidenceState } from '#shared/model/evidence.ts';
import { countOf, formatBytes, formatCount } from '#shared/report/quantity-text.ts';
import { timeCell } from '#shared/report/time-text.ts';
import type { ReportModel } from '../model.ts';
import type { Block, Fact } from '#shared/report/content/block.ts';
import { code, type Inline, lineBreak, text } from '#shared/report/content/inline.ts';
import { evidenceAnchor, evidenceReference } from './references.ts';

export const STATES: Readonly<Record<EvidenceState, string>> = {
  queued: 'waiting to be read',
  hashing: 'being hashed',
  parsing: 'being read',
  done: 'read to the end',
  partial: 'read in part',
  unparsed: 'sealed; no parser knows the format',
  container: 'container; its members are listed as files of their own',
  empty: 'empty',
  failed: 'sealed; reading failed',
  refused: 'not sealed',
  duplicate: 'same content as another file',
};

/** Every sealed file with its three digests, and what was refused. */
export function evidenceContent(model: ReportModel): readonly Block[] {
  const { evidence } = model;
  if (evidence.length === 0) {
    return [{ kind: 'notice', tone: 'plain', text: [text('No evidence has been sealed.')] }];
  }
  const bytes = evidence.reduce((sum, { size }) => sum + size, 0);
  return [
    {
      kind: 'paragraph',
      text: [
        text(
          `${countOf(evidence.length, 'file')}, ${formatBytes(bytes)}. Every digest was computed while the file was read in, before anything else was done with it; “hashed again” says when the sealed bytes were last compared with it.`,
        ),
      ],
    },
    ...evidence.map((item) => evidenceFacts(item, model)),
  ];
}

/** All that is known of one file. */
export function evidenceFacts(item: EvidenceItem, model: ReportModel): Block {
  const rows: Fact[] = [];
  const say = (name: string, ...value: Inline[]): void => void rows.push({ name, value });
  const sayShort = (name: string, value: string): void =>
    void rows.push({ name, value: [text(value)], short: true });
  say('SHA-256', code(item.sha256));
  say('SHA-1', code(item.sha1));
  say('MD5', code(item.md5));
  say('Read from', code(item.originalPath));
  const parent = model.evidence.find(({ sha256 }) => sha256 === item.parent);
  if (parent !== undefined) say('Member of', evidenceReference(parent));
  say('Format', ...formatOf(item));
  const range = rangeOf(item);
  if (range !== undefined) say('Events', text(range));
  sayShort('Size', `${formatCount(item.size)} bytes`);
  sayShort(
    'Kept',
    item.custody === 'copy' ? 'copied into the case' : 'left in place, by reference',
  );
  sayShort('Sealed', stamp(item.sealedAt));
  sayShort('Modified', item.modifiedAt === undefined ? 'not known' : stamp(item.modifiedAt));
  say('Source', text(stated(item.source)));
  say('Reason', text(stated(item.reason)));
  say('Hashed again', ...verifiedText(item.verified));
  return {
    kind: 'facts',
    facts: {
      anchor: evidenceAnchor(item.index),
      target: `evidence ${item.sha256}`,
      label: `#${item.index}`,
      title: [text(item.name)],
      rows,
    },
  };
}

export const stated = (value: string): string => (value.trim() === '' ? 'not stated' : value);

/** `2026-05-13 08:41:02 UTC` of an ISO time. */
export const stamp = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;

function formatOf(item: EvidenceItem): readonly Inline[] {
  const parser =
    item.parser === undefined ? '' : `, parser ${item.parser}@${item.parserVersion ?? 0}`;
  const zone =
    item.assumedZone === undefined ? '' : `; times without a zone taken as ${item.assumedZone}`;
  const why = item.explanation === undefined ? '' : ` (${item.explanation})`;
  return [text(`${item.format ?? 'unknown'}${parser}; ${STATES[item.state]}${why}${zone}`)];
}

function rangeOf({ coverage, firstTime, lastTime }: EvidenceItem): string | undefined {
  if (coverage === undefined) return undefined;
  const range =
    firstTime === undefined || lastTime === undefined
      ? ''
      : `, ${timeCell(firstTime, 's')} to ${timeCell(lastTime, 's')} UTC`;
  return `${formatCount(coverage.events)}${range}`;
}

function verifiedText(verified: EvidenceItem['verified']): readonly Inline[] {
  if (verified === undefined) return [text('not since it was sealed')];
  return verified.intact
    ? [text(`${stamp(verified.at)}: unchanged`)]
    : [text('ALTERED', 'strong'), text(` ${stamp(verified.at)}`), lineBreak, text(verified.detail)];
}
