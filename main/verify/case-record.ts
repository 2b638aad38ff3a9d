import type { Sha256 } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import { readCaseFile } from '../casefile/case-json.ts';
import { caseLayout, type CaseLayout } from '../casefile/case-layout.ts';
import { readCaseLogs } from '../casefile/case-logs.ts';
import type { ChainBreak } from '../casefile/chain-check.ts';
import { anchorOf } from '../casefile/signed-line.ts';
import type { KeyRing } from '../casefile/signing-key.ts';
import type { LedgerRecord } from '../casefile/ledger-entries.ts';
import { type Check, failed, passed } from './check.ts';
import { type SealedFile, sealedFiles } from './sealed-file.ts';

/** A case folder as its signed logs describe it, read without changing anything. */
export interface CaseRecord {
  readonly id: string;
  readonly layout: CaseLayout;
  readonly keys: KeyRing;
  readonly records: readonly LedgerRecord[];
  readonly files: ReadonlyMap<Sha256, SealedFile>;
  /** What became of the logs, case.json and the kept heads. */
  readonly checks: readonly Check[];
  /** Hash of the line before line `lines` (from 0), as proven; undefined where the log is shorter. */
  hashAt(log: 'ledger' | 'work', lines: number): Sha256 | undefined;
}

/** Reads the logs and verifies every signature. A failure only when there is no case to be read. */
export async function readCaseRecord(folder: string): Promise<Result<CaseRecord>> {
  const layout = caseLayout(folder);
  const file = await readCaseFile(layout.caseFile, folder);
  if (!file.ok) return file;
  const workHashes: Sha256[] = [];
  const logs = await readCaseLogs(layout, file.value, {
    every: true,
    visitWork: ({ seq, hash }) => void (workHashes[seq] = hash),
  });
  if (!logs.ok) return logs;
  const { keys, ledger, work, damage, headsLost } = logs.value;
  const ledgerHashes = new Map(ledger.list().map(({ seq, hash }) => [seq, hash as Sha256]));
  const { id } = file.value;
  const ledgerCheck = logCheck('ledger', 'ledger.jsonl', ledger.log.reading);
  const workCheck = logCheck('work-log', 'work.jsonl', work.reading);
  const checks: Check[] = [ledgerCheck, workCheck];
  if (damage !== undefined && ledgerCheck.pass && workCheck.pass) {
    checks.push(failed('ledger', 'case.json', damage));
  }
  if (headsLost !== undefined) {
    checks.push(
      failed(
        'ledger',
        'heads.json',
        `${headsLost}: whether lines are missing at the end of a log cannot be said`,
      ),
    );
  }
  return ok({
    id,
    layout,
    keys,
    records: ledger.records,
    files: sealedFiles(ledger.records, layout),
    checks,
    hashAt: (log, lines) => {
      if (lines === 0) return anchorOf(log, id);
      return log === 'ledger' ? ledgerHashes.get(lines - 1) : workHashes[lines - 1];
    },
  });
}

function logCheck(
  what: 'ledger' | 'work-log',
  subject: string,
  {
    head,
    torn,
    broken,
  }: {
    readonly head: { readonly lines: number };
    readonly torn: boolean;
    readonly broken: ChainBreak | undefined;
  },
): Check {
  if (broken !== undefined) return failed(what, subject, `line ${broken.line} ${broken.why}`);
  if (torn) {
    return failed(
      what,
      subject,
      `something that was never acknowledged follows line ${head.lines}`,
    );
  }
  return passed(what, subject, `${head.lines} lines, every one signed and bound to the one before`);
}
