import type { TableOptions } from '#shared/ipc/evidence.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { LedgerRecord } from '../casefile/ledger-entries.ts';
import type { SealedEvidence } from '../evidence/sealed-evidence.ts';
import type { ParseWishes } from './parse-evidence.ts';
import type { Session } from './session.ts';

/** What a parser is given of a file that was sealed before. */
export function sealedEvidence(session: Session, item: EvidenceItem): SealedEvidence {
  const { index, sha256, name, originalPath, size, modifiedAt } = item;
  return { index, sha256, path: session.pathOf(item), name, originalPath, size, modifiedAt };
}

/** How a file was to be read when it was last read, or else when it was taken in; newer wishes go first. */
export function readingWishes(
  records: readonly LedgerRecord[],
  item: EvidenceItem,
  newer: { readonly zone?: string; readonly table?: TableOptions } = {},
): ParseWishes {
  let intake: ParseWishes = {};
  let read: TableOptions | undefined;
  for (const record of records) {
    if (record.kind === 'evidence-sealed' && record.body.index === item.index) {
      const { intake: line } = record.body;
      const begun = records.find(({ seq }) => seq === line);
      if (begun?.kind === 'intake-begun') intake = begun.body;
    }
    if (record.kind === 'evidence-parsed' && record.body.index === item.index) {
      read = record.body.table ?? read;
    }
  }
  const zone = newer.zone ?? item.assumedZone ?? intake.zone;
  const table = newer.table ?? read ?? intake.tables?.[item.originalPath];
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(table === undefined ? {} : { tables: { [item.originalPath]: table } }),
  };
}
