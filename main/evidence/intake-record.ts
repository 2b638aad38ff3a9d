import type { IngestRequest, IngestedFile } from '#shared/ipc/evidence.ts';
import type { Custody } from '#shared/model/evidence.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Ledger } from '../casefile/ledger.ts';
import type { LedgerBody, LedgerDraft, LedgerRecord } from '../casefile/ledger-entries.ts';
import type { Digests } from './hasher.ts';
import type { Origin, Parsed, Sealed } from './sealed-evidence.ts';

/** What one intake says in the ledger, and the outcomes it gives back: one for each thing it met. */
export class IntakeRecord {
  private seq = 0;
  /** By the turn in which the thing was met, so that the order does not depend on when its parser was done. */
  private readonly ended = new Map<number, IngestedFile>();
  private readonly turns = new Map<EvidenceIndex, number>();
  private turn = 0;
  private readonly counts = { sealed: 0, duplicates: 0, refused: 0 };

  constructor(
    private readonly ledger: Ledger,
    private readonly tool: string,
    private readonly request: IngestRequest,
    private readonly tell: (file: IngestedFile) => void,
  ) {}

  /** In the order in which things were met; a container comes before its members. */
  get outcomes(): readonly IngestedFile[] {
    return [...this.ended].sort(([a], [b]) => a - b).map(([, file]) => file);
  }

  /** A sealed file is met: its outcome comes later. */
  met(index: EvidenceIndex): void {
    this.turns.set(index, this.turn++);
  }

  /** `resumes` is the line of the intake that was interrupted. */
  async begin(resumes: number | undefined): Promise<void> {
    const { paths, source, reason, custody, zone, tables } = this.request;
    const begun = await this.write({
      kind: 'intake-begun',
      body: {
        paths: [...paths],
        source,
        reason,
        custody,
        ...(zone === undefined ? {} : { zone }),
        ...(tables === undefined ? {} : { tables: { ...tables } }),
        ...(resumes === undefined ? {} : { resumes }),
        tool: this.tool,
      },
    });
    this.seq = begun.seq;
  }

  /** `explanation` says why it ended early, where that was not the analyst's wish. */
  async end(cancelled: boolean, explanation?: string): Promise<void> {
    const why = explanation === undefined ? {} : { explanation };
    await this.write({
      kind: 'intake-ended',
      body: { intake: this.seq, cancelled, ...this.counts, ...why },
    });
  }

  async sealed(
    origin: Origin,
    digests: Digests,
    how: {
      readonly index: EvidenceIndex;
      readonly custody: Custody;
      readonly damage?: string;
      readonly seconds: number;
    },
  ): Promise<void> {
    const { sha256, sha1, md5, bytes: size } = digests;
    const { modifiedAt } = origin;
    await this.write({
      kind: 'evidence-sealed',
      body: {
        ...this.common(origin),
        ...(modifiedAt === undefined ? {} : { modifiedAt }),
        ...how,
        sha256,
        sha1,
        md5,
        size,
        tool: this.tool,
      },
    });
    this.counts.sealed++;
    this.met(how.index);
  }

  async duplicate(origin: Origin, digests: Digests, of: EvidenceIndex): Promise<void> {
    const { sha256, bytes: size } = digests;
    await this.write({
      kind: 'evidence-duplicate',
      body: { ...this.common(origin), of, sha256, size },
    });
    this.counts.duplicates++;
    this.outcome(this.turn++, origin, size, 'duplicate', {
      ...hashes(digests),
      coverage: 1,
      explanation: `its content is in the case already, as #${of}`,
    });
  }

  /** `size` where it is known, bytes. */
  async refused(origin: Origin, code: string, explanation: string, size?: number): Promise<void> {
    await this.write({
      kind: 'evidence-refused',
      body: {
        ...this.common(origin),
        code,
        explanation,
        ...(size === undefined ? {} : { size }),
      },
    });
    this.counts.refused++;
    this.outcome(this.turn++, origin, size ?? 0, 'refused', { explanation });
  }

  /** Stopped by the analyst before it was sealed: nothing of it is in the case, so the ledger has nothing to say. */
  stopped(origin: Origin, size: number): void {
    this.outcome(this.turn++, origin, size, 'cancelled', {
      explanation: 'cancelled before it was sealed; nothing of it is kept',
    });
  }

  async parsed({ file, origin, digests, damage }: Sealed, parsed: Parsed): Promise<void> {
    await this.write({
      kind: 'evidence-parsed',
      body: { ...parsed, index: file.index, sha256: file.sha256, tool: this.tool },
    });
    const { format, parser, parserVersion, coverage, seconds } = parsed;
    const why = [damage, parsed.explanation].filter((text) => text !== undefined).join('; ');
    this.outcome(this.turns.get(file.index) ?? this.turn++, origin, file.size, parsed.state, {
      ...hashes(digests),
      ...(format === undefined ? {} : { format }),
      ...(parser === undefined ? {} : { parser: `${parser}@${parserVersion ?? 0}` }),
      ...accountOf(file.size, coverage),
      seconds,
      ...(why === '' ? {} : { explanation: why }),
    });
  }

  private common(origin: Origin): Omit<LedgerBody<'evidence-refused'>, 'code' | 'explanation'> {
    const { name, originalPath, pathBytes, parent, member } = origin;
    const { source, reason } = this.request;
    return {
      intake: this.seq,
      name,
      originalPath,
      ...(pathBytes === undefined ? {} : { pathBytes }),
      ...(parent === undefined ? {} : { parent }),
      ...(member === undefined ? {} : { member }),
      source,
      reason,
    };
  }

  private outcome(
    turn: number,
    origin: Origin,
    size: number,
    status: string,
    more: Partial<IngestedFile>,
  ): void {
    const { originalPath: path, parent } = origin;
    const file: IngestedFile = {
      path,
      ...(parent === undefined ? {} : { parent }),
      size,
      records: 0,
      events: 0,
      issues: 0,
      bytes: { parsed: 0, skipped: 0, unexplained: 0 },
      coverage: 0,
      seconds: 0,
      status,
      ...more,
    };
    this.ended.set(turn, file);
    this.tell(file);
  }

  private async write(draft: LedgerDraft): Promise<LedgerRecord> {
    const written = await this.ledger.append(draft);
    if (!written.ok) throw new FailureError(written.failure);
    const [record] = written.value;
    if (record === undefined) throw new Error('the ledger did not understand its own entry');
    return record;
  }
}

const hashes = ({ sha256, sha1, md5 }: Digests): Pick<IngestedFile, 'sha256' | 'sha1' | 'md5'> => ({
  sha256,
  sha1,
  md5,
});

/** Bytes of a file that no parser read are unexplained: the three always add up to its size. */
function accountOf(size: number, coverage: Parsed['coverage']): Partial<IngestedFile> {
  if (coverage === undefined) {
    return {
      bytes: { parsed: 0, skipped: 0, unexplained: size },
      coverage: size === 0 ? 1 : 0,
    };
  }
  const { records, events, issues, bytes, fraction } = coverage;
  return { records, events, issues, bytes, coverage: fraction };
}
