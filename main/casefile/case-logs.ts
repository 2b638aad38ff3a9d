import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import { disagreement } from './case-integrity.ts';
import type { CaseFile } from './case-json.ts';
import type { CaseLayout } from './case-layout.ts';
import type { ChainBreak } from './chain-check.ts';
import type { Heads } from './heads.ts';
import { readHeads } from './heads.ts';
import { Ledger } from './ledger.ts';
import type { SignedEntry } from './signed-line.ts';
import { SignedLog } from './signed-log.ts';
import { KeyRing } from './signing-key.ts';

/** Both signed logs of a case, read and verified. */
export interface CaseLogs {
  readonly keys: KeyRing;
  readonly ledger: Ledger;
  readonly work: SignedLog;
  /** What is not as it was signed, in a whole sentence. */
  readonly damage: string | undefined;
  /** Why no kept heads could be compared with; goes after “heads.json ”. */
  readonly headsLost: string | undefined;
}

/** Reads the logs and compares them with each other, with case.json and with the kept heads. Writes nothing. */
export async function readCaseLogs(
  layout: CaseLayout,
  file: CaseFile,
  options: { readonly every?: boolean; readonly visitWork?: (entry: SignedEntry) => void },
): Promise<Result<CaseLogs>> {
  const keys = new KeyRing(file.analysts);
  const kept = await readHeads(layout.heads, keys);
  const common = { caseId: file.id, keys, every: options.every === true };
  const keptOf = (name: keyof Heads) => (kept.ok ? { kept: kept.heads[name] } : {});
  const ledger = await Ledger.open({ ...common, path: layout.ledger, ...keptOf('ledger') });
  if (!ledger.ok) return ledger;
  const work = await SignedLog.open({
    ...common,
    name: 'work',
    path: layout.work,
    ...keptOf('work'),
    visit: options.visitWork ?? (() => undefined),
  });
  if (!work.ok) return work;
  const damage =
    brokenSentence('The custody ledger (ledger.jsonl)', ledger.value.log.reading.broken) ??
    brokenSentence('The work log (work.jsonl)', work.value.reading.broken) ??
    disagreement(file, ledger.value.records);
  const headsLost = kept.ok ? undefined : kept.why;
  return ok({ keys, ledger: ledger.value, work: work.value, damage, headsLost });
}

const brokenSentence = (log: string, broken: ChainBreak | undefined): string | undefined =>
  broken === undefined
    ? undefined
    : `${log} was altered: line ${broken.line} ${broken.why}. Lines before it are as signed.`;
