import type { LedgerEntry } from '#shared/ipc/cases.ts';
import type { AnalystId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import type { LedgerDraft, LedgerRecord } from './ledger-entries.ts';
import { LEDGER_BODIES, understand } from './ledger-entries.ts';
import { summaryOf } from './ledger-summary.ts';
import type { ReadOptions } from './log-reader.ts';
import { oneLine } from './one-line.ts';
import type { SignedEntry } from './signed-line.ts';
import { SignedLog } from './signed-log.ts';

/** The custody ledger of one open case: a signed log whose entries are understood. */
export class Ledger {
  private constructor(
    readonly log: SignedLog,
    private readonly all: SignedEntry[],
    private readonly understood: LedgerRecord[],
  ) {}

  static async open(options: Omit<ReadOptions, 'name' | 'visit'>): Promise<Result<Ledger>> {
    const all: SignedEntry[] = [];
    const understood: LedgerRecord[] = [];
    const opened = await SignedLog.open({
      ...options,
      name: 'ledger',
      visit: (entry) => remember(entry, all, understood),
    });
    return opened.ok ? ok(new Ledger(opened.value, all, understood)) : opened;
  }

  /** Every proven line whose kind this version knows, in order. */
  get records(): readonly LedgerRecord[] {
    return this.understood;
  }

  /** Everyone who said in the ledger that they take part. */
  get analysts(): ReadonlySet<AnalystId> {
    const ids = new Set<AnalystId>();
    for (const record of this.understood) {
      const { kind, body } = record;
      if (kind === 'case-created' || kind === 'analyst-joined') ids.add(body.analyst.id);
    }
    return ids;
  }

  /** Every proven line, as shown. */
  list(): LedgerEntry[] {
    return this.all.map(({ seq, at, actor, kind, body, hash, ...rest }) => {
      const record = understand({ seq, at, actor, kind, body, hash, ...rest });
      const summary =
        record === undefined ? `${oneLine(kind)}: written by a newer Fireline` : summaryOf(record);
      return { seq, at, actor, kind, summary, body, hash };
    });
  }

  /**
   * All of the entries or none. Resolves once they are on disk; then they are among `records`. A body that does not
   * fit its kind is a bug and throws.
   */
  async append(...drafts: readonly LedgerDraft[]): Promise<Result<readonly LedgerRecord[]>> {
    for (const { kind, body } of drafts) LEDGER_BODIES[kind].parse(body);
    const written = await this.log.append(drafts);
    if (!written.ok) return written;
    const records = written.value.map((entry) => remember(entry, this.all, this.understood));
    return ok(records.filter((record) => record !== undefined));
  }
}

function remember(
  entry: SignedEntry,
  all: SignedEntry[],
  understood: LedgerRecord[],
): LedgerRecord | undefined {
  const record = understand(entry);
  all.push(entry);
  if (record !== undefined) understood.push(record);
  return record;
}
