import type { IngestRequest } from '#shared/ipc/evidence.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import type { CaseLayout } from '../casefile/case-layout.ts';
import type { LedgerBody, LedgerRecord } from '../casefile/ledger-entries.ts';
import type { Sealed } from './sealed-evidence.ts';

/** What is left to do of an intake that a crash, a full disk or a power cut ended. */
export interface UnfinishedIntake {
  /** Line of its newest beginning. */
  readonly seq: number;
  readonly request: IngestRequest;
  /** Whether its paths have to be walked again: it neither came to its end nor was cancelled. */
  readonly interrupted: boolean;
  /** What has an outcome already. */
  readonly settled: Settled;
  /** Sealed files without an outcome, in the order of sealing. */
  readonly unread: readonly Unread[];
}

export interface Unread {
  readonly sealed: Sealed;
  /** Containers around it. */
  readonly depth: number;
}

export interface Settled {
  /** Sealed, refused or recognised, by original path. */
  readonly paths: ReadonlySet<string>;
  /** The same of members, by the container's hash. */
  readonly members: ReadonlyMap<Sha256, ReadonlySet<number>>;
}

type Begun = Extract<LedgerRecord, { kind: 'intake-begun' }>;

/** One intake and all that took it up again. */
class Chain {
  newest: Begun;
  ended = false;
  readonly paths = new Set<string>();
  readonly members = new Map<Sha256, Set<number>>();
  readonly unread = new Map<EvidenceIndex, LedgerBody<'evidence-sealed'>>();

  constructor(begun: Begun) {
    this.newest = begun;
  }

  settle({
    originalPath,
    parent,
    member,
  }: Pick<LedgerBody<'evidence-refused'>, 'originalPath' | 'parent' | 'member'>): void {
    if (parent === undefined) {
      this.paths.add(originalPath);
      return;
    }
    const numbers = this.members.get(parent) ?? new Set();
    if (member !== undefined) numbers.add(member);
    this.members.set(parent, numbers);
  }
}

/**
 * The intakes that did not come to their end, oldest first: a fold of the ledger. Sealed evidence whose outcome was
 * never recorded counts wherever it is, so nothing that was acknowledged stays unread.
 */
export function unfinishedIntakes(
  records: readonly LedgerRecord[],
  layout: CaseLayout,
): readonly UnfinishedIntake[] {
  const chains = new Map<number, Chain>();
  const parents = new Map<Sha256, Sha256 | undefined>();
  const chainOf = (seq: number): Chain | undefined => chains.get(seq);
  for (const record of records) {
    switch (record.kind) {
      case 'intake-begun': {
        const { resumes } = record.body;
        const before = resumes === undefined ? undefined : chainOf(resumes);
        const chain = before ?? new Chain(record);
        chain.newest = record;
        chains.set(record.seq, chain);
        break;
      }
      case 'intake-ended': {
        const chain = chainOf(record.body.intake);
        // One that a failure ended is taken up again; `explanation` says which failure.
        if (chain !== undefined && record.body.explanation === undefined) chain.ended = true;
        break;
      }
      case 'evidence-sealed': {
        const chain = chainOf(record.body.intake);
        chain?.settle(record.body);
        chain?.unread.set(record.body.index, record.body);
        parents.set(record.body.sha256, record.body.parent);
        break;
      }
      case 'evidence-duplicate':
      case 'evidence-refused':
        chainOf(record.body.intake)?.settle(record.body);
        break;
      case 'evidence-parsed':
        for (const chain of chains.values()) chain.unread.delete(record.body.index);
        break;
      case 'case-created':
      case 'analyst-joined':
      case 'lock-taken-over':
      case 'heads-lost':
      case 'log-repaired':
      case 'evidence-verified':
      case 'report-sealed':
        break;
    }
  }
  const depthOf = (parent: Sha256 | undefined): number =>
    parent === undefined ? 0 : 1 + depthOf(parents.get(parent));
  return [...new Set(chains.values())]
    .filter(({ ended, unread }) => !ended || unread.size > 0)
    .map(({ newest, ended, paths, members, unread }) => ({
      seq: newest.seq,
      request: requestOf(newest.body),
      interrupted: !ended,
      settled: { paths, members },
      unread: [...unread.values()].map((body) => ({
        sealed: sealedOf(body, layout),
        depth: depthOf(body.parent),
      })),
    }));
}

function requestOf({ paths, source, reason, custody, zone, tables }: Begun['body']): IngestRequest {
  return {
    paths,
    source,
    reason,
    custody,
    ...(zone === undefined ? {} : { zone }),
    ...(tables === undefined ? {} : { tables }),
  };
}

function sealedOf(body: LedgerBody<'evidence-sealed'>, layout: CaseLayout): Sealed {
  const { index, sha256, sha1, md5, size, name, originalPath, modifiedAt, custody } = body;
  const { pathBytes, parent, member, damage } = body;
  const path = custody === 'copy' ? layout.vaultFile(sha256) : originalPath;
  return {
    file: { index, sha256, path, name, originalPath, size, modifiedAt },
    origin: {
      name,
      originalPath,
      ...(pathBytes === undefined ? {} : { pathBytes }),
      ...(modifiedAt === undefined ? {} : { modifiedAt }),
      ...(parent === undefined ? {} : { parent }),
      ...(member === undefined ? {} : { member }),
    },
    digests: { sha256, sha1, md5, bytes: size },
    ...(damage === undefined ? {} : { damage }),
  };
}
