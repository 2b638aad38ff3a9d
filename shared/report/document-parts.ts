import type { BoardItemId, EventId, FindingId, RecordId } from '../model/ids.ts';
import { parseEventId } from '../model/ids.ts';
import type { Citation, LiveBlock, RecordBlock, ReportNode } from '../model/report.ts';
import { RECORD_BLOCKS } from '../model/report.ts';
import { ATTR_DEFAULTS, LIVE_KINDS } from './schema.ts';

/** What a report's document points at, in reading order. */
export type Pointer =
  | { readonly kind: 'citation'; readonly citation: Citation }
  | { readonly kind: 'live'; readonly block: LiveBlock; readonly frozen?: RecordId };

export function* pointersIn(node: ReportNode): Generator<Pointer> {
  if (node.type === 'citation') {
    const citation = citationOf(node);
    if (citation !== undefined) yield { kind: 'citation', citation };
  } else if (node.type === 'live') {
    const block = liveBlockOf(node);
    const frozen = frozenOf(node);
    if (block !== undefined) {
      yield { kind: 'live', block, ...(frozen !== undefined && { frozen }) };
    }
  } else {
    for (const child of node.content ?? []) yield* pointersIn(child);
  }
}

/** What a `citation` node cites; undefined for one that could never resolve. */
export function citationOf(node: ReportNode): Citation | undefined {
  const ref = node.attrs?.['ref'];
  if (typeof ref !== 'string' || ref === '') return undefined;
  const kind = node.attrs?.['kind'];
  if (kind === 'finding') return { kind, finding: ref as FindingId };
  if (kind === 'board') return { kind, item: ref as BoardItemId };
  if (kind === 'entity') return { kind, entity: ref as RecordId };
  return parseEventId(ref) === undefined ? undefined : { kind: 'event', event: ref as EventId };
}

/** What a `live` node shows; undefined when it says nothing that is known. */
export function liveBlockOf(node: ReportNode): LiveBlock | undefined {
  const attrs = { ...ATTR_DEFAULTS['live'], ...node.attrs };
  const kind = LIVE_KINDS.find((one) => one === attrs['kind']);
  if (kind === undefined) return undefined;
  if (kind === 'events') {
    const { query, limit } = attrs;
    return typeof query === 'string' && typeof limit === 'number'
      ? { kind, query, limit }
      : undefined;
  }
  if (kind === 'finding') {
    const finding = attrs['finding'];
    return typeof finding === 'string' && finding !== ''
      ? { kind, finding: finding as FindingId }
      : undefined;
  }
  // More kinds than the compiler tells apart one by one.
  return { kind } as LiveBlock;
}

/** The record of what a `live` node showed when it was frozen. */
export function frozenOf(node: ReportNode): RecordId | undefined {
  const frozen = node.attrs?.['frozen'];
  return typeof frozen === 'string' && frozen !== '' ? (frozen as RecordId) : undefined;
}

/** The identity of what is cited. */
export function citedId(citation: Citation): string {
  switch (citation.kind) {
    case 'event':
      return citation.event;
    case 'finding':
      return citation.finding;
    case 'board':
      return citation.item;
    case 'entity':
      return citation.entity;
  }
}

export const citationNode = (citation: Citation): ReportNode => ({
  type: 'citation',
  attrs: { kind: citation.kind, ref: citedId(citation) },
});

export const liveNode = (block: LiveBlock): ReportNode => ({
  type: 'live',
  attrs:
    block.kind === 'events'
      ? { kind: block.kind, query: block.query, limit: block.limit }
      : block.kind === 'finding'
        ? { kind: block.kind, finding: block.finding }
        : { kind: block.kind },
});

/** One key for one live block: blocks that show the same share what was gathered for them. */
export function liveKey(block: LiveBlock): string {
  if (block.kind === 'events') return `events ${block.limit} ${block.query}`;
  return block.kind === 'finding' ? `finding ${block.finding}` : block.kind;
}

/** True when nothing in it would be printed: no text but guidance, no citation, no live block. */
export function isUnwritten(node: ReportNode): boolean {
  // A table's heading is a form to fill in.
  if (node.type === 'guidance' || node.type === 'tableHeader') return true;
  if (node.type === 'citation' || node.type === 'live' || node.type === 'horizontalRule')
    return false;
  if (node.type === 'text') return (node.text ?? '').trim() === '';
  return (node.content ?? []).every(isUnwritten);
}

export const hasGuidance = (node: ReportNode): boolean =>
  node.type === 'guidance' || (node.content ?? []).some(hasGuidance);

export const plainText = (node: ReportNode): string =>
  node.type === 'text' ? (node.text ?? '') : (node.content ?? []).map(plainText).join('');

export const isRecordBlock = (block: LiveBlock): block is RecordBlock =>
  RECORD_BLOCKS.some((kind) => kind === block.kind);
