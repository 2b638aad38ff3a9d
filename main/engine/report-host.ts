import { VERSION } from '#shared/model/version.ts';
import { FailureError, ok, type Result } from '#shared/model/result.ts';
import type { Signer } from '../casefile/signing-key.ts';
import { parserById } from '../parse/registry.ts';
import type { ReportHost } from '../report/report-service.ts';
import type { QueryAnswer, ReportSources } from '../report/sources.ts';
import { citationProver } from '../verify/citation-prover.ts';
import { sealedFiles } from '../verify/sealed-file.ts';
import type { Session } from './session.ts';

/** What a report is made of, from the open case. */
export function reportHost(session: Session, signer: Signer, clock: () => number): ReportHost {
  const { folder, events: store, issues } = session;
  const { ledger, work } = folder;
  return {
    signer,
    sources: async (): Promise<ReportSources> => {
      const { broken } = ledger.log.reading;
      return {
        caseId: folder.file.id,
        analyst: signer.analyst,
        tool: `Fireline ${VERSION}`,
        now: new Date(clock()).toISOString(),
        work: session.work.state,
        evidence: session.evidence,
        unread: session.unread,
        custody: {
          entries: ledger.list(),
          intact: broken === undefined,
          detail:
            broken === undefined
              ? 'Every line is signed and bound to the one before.'
              : `Line ${broken.line} ${broken.why}.`,
        },
        heads: { ledger: ledger.log.head, work: work.head },
        issues: (item, limit) => issues.of(item.index, limit),
        events: (ids) => store.detailsOf(ids),
        query: (query, limit) => firstMatches(store, query, limit),
      };
    },
    prover: () => citationProver(sealedFiles(ledger.records, folder.layout), parserById),
    record: (draft) => ledger.append(draft),
  };
}

async function firstMatches(
  store: Session['events'],
  query: string,
  limit: number,
): Promise<Result<QueryAnswer>> {
  try {
    const { total, settled } = await store.count({ query });
    const rows = await store.page({ query, order: 'time-ascending', start: 0, count: limit });
    return ok({ rows, total, settled });
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: error.failure };
    throw error;
  }
}
