import type { CaseFile } from './case-json.ts';
import type { LedgerRecord } from './ledger-entries.ts';

/**
 * case.json is not signed itself; the ledger, which is, says the same. Where they differ, in a whole sentence.
 * An analyst whom only case.json knows has signed nothing yet and does not count.
 */
export function disagreement(file: CaseFile, records: readonly LedgerRecord[]): string | undefined {
  const [first] = records;
  if (first?.kind !== 'case-created' || first.seq !== 0) {
    return 'The ledger does not begin with the creation of the case.';
  }
  const { body } = first;
  const facts: readonly [string, unknown, unknown][] = [
    ['id', file.id, body.case],
    ['title', file.title, body.title],
    ['createdAt', file.createdAt, first.at],
    ['createdWith', file.createdWith, body.tool],
    ['format', file.format, body.format],
  ];
  for (const [name, here, there] of facts) {
    if (here !== there) {
      return `case.json says “${String(here)}” for ${name}, the signed ledger “${String(there)}”.`;
    }
  }
  for (const record of records) {
    if (record.kind !== 'case-created' && record.kind !== 'analyst-joined') continue;
    const { analyst } = record.body;
    const known = file.analysts.find(({ id }) => id === analyst.id);
    if (known?.publicKey !== analyst.publicKey || known.name !== analyst.name) {
      return `case.json does not give the key of ${analyst.name} as the signed ledger does.`;
    }
  }
  return undefined;
}
