import type { LedgerEntry } from '#shared/ipc/cases.ts';
import { formatCount } from '#shared/report/quantity-text.ts';
import type { ReportModel } from '../model.ts';
import {
  type Block,
  type Column,
  type Row,
  cells,
  paragraph,
  table,
} from '#shared/report/content/block.ts';
import { code, type Inline, lineBreak, text } from '#shared/report/content/inline.ts';

/** The custody ledger line by line, as of the making of the report. */
export const custodyContent = (model: ReportModel): readonly Block[] => [
  custodyState(model),
  table({ columns: CUSTODY_COLUMNS, rows: model.custody.entries.map(custodyRow) }),
];

/** Whether the ledger is whole, and the hash of its last entry. */
export function custodyState({ custody, heads }: ReportModel): Block {
  if (!custody.intact) {
    return {
      kind: 'notice',
      tone: 'warning',
      text: [text('The ledger is not intact. ', 'strong'), text(custody.detail)],
    };
  }
  return paragraph(
    text(
      `${formatCount(custody.entries.length)} entries. Each names the hash of the one before and is signed (Ed25519) by whoever made it; the whole chain was checked when this report was made. Hash of the last entry: `,
    ),
    code(heads.ledger.hash),
  );
}

export const CUSTODY_COLUMNS: readonly Column[] = [
  { title: 'No.', kind: 'number', width: 6 },
  { title: 'Time (UTC)', kind: 'tight', width: 12 },
  { title: 'By', kind: 'text', width: 10 },
  { title: 'What', kind: 'text', width: 58 },
  { title: 'Hash (begins)', kind: 'tight', width: 14 },
];

export const custodyRow = (entry: LedgerEntry): Row =>
  cells(
    [text(String(entry.seq))],
    [text(entry.at.slice(0, 10)), lineBreak, text(entry.at.slice(11, 19))],
    [text(entry.actor)],
    withDigests(entry.summary),
    [code(entry.hash.slice(0, 12))],
  );

/** Digests in a sentence are set like digests. */
const withDigests = (sentence: string): readonly Inline[] =>
  sentence.split(/\b([0-9a-f]{32,64})\b/).map((part, n) => (n % 2 === 1 ? code(part) : text(part)));
