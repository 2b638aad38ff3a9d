import { randomUUID } from 'node:crypto';
import { readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { IngestRequest, IngestedFile } from '#shared/ipc/evidence.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { FailureError, type Result } from '#shared/model/result.ts';
import type { CaseLayout } from '../casefile/case-layout.ts';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import type { Ledger } from '../casefile/ledger.ts';
import type { LedgerBody, LedgerDraft, LedgerRecord } from '../casefile/ledger-entries.ts';
import {
  containerKind,
  type ContainerEnd,
  type ContainerKind,
  type Member,
} from './containers/container.ts';
import { gzipMembers } from './containers/gzip.ts';
import { LimitError, LIMITS, Meter, type ContainerLimits } from './containers/limits.ts';
import { zipMembers } from './containers/zip.ts';
import { evidenceList } from './evidence-list.ts';
import type { Digests, Hasher } from './hasher.ts';
import { readHead } from './read-head.ts';
import {
  ChangedError,
  hashAndCopy,
  incomingPath,
  moveToVault,
  readFileOnce,
  verifyCopy,
} from './seal.ts';
import { walk, type Met } from './walk.ts';

/** A sealed file whose bytes lie at `path`, to be read by a parser. */
export interface SealedEvidence {
  readonly index: EvidenceIndex;
  readonly sha256: Sha256;
  readonly path: string;
  readonly name: string;
  readonly originalPath: string;
  readonly size: number;
  readonly modifiedAt: string | undefined;
}

export type Parsed = Omit<LedgerBody<'evidence-parsed'>, 'index' | 'sha256' | 'tool'>;

export interface IntakeParts {
  readonly layout: CaseLayout;
  readonly ledger: Ledger;
  readonly hasher: Hasher;
  /** Program, version and system, for the ledger. */
  readonly tool: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly limits?: ContainerLimits;
  /** Finds the format, reads the events into the store. Cancelled parses are `partial`, never a throw. */
  parse(file: SealedEvidence, request: IngestRequest, signal: AbortSignal): Promise<Parsed>;
}

export interface IntakeWatcher {
  found(files: number, bytes: number): void;
  reading(path: string, size: number): void;
  read(path: string, bytes: number): void;
  sealed(file: SealedEvidence): void;
  ended(file: IngestedFile): void;
}

interface Origin {
  readonly name: string;
  readonly originalPath: string;
  readonly modifiedAt?: string;
  readonly parent?: Sha256;
  readonly member?: number;
}

/**
 * Takes files into the case, one after another: hash and copy in one read, verify the copy, seal, record, parse. What
 * is recorded is whole: cancelling or a crash leaves nothing half sealed.
 */
export class Intake {
  private readonly outcomes: IngestedFile[] = [];
  private readonly known: Map<Sha256, EvidenceIndex>;
  private nextIndex: number;
  private seq = 0;
  private counts = { sealed: 0, duplicates: 0, refused: 0 };
  private parsing: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: IntakeParts,
    private readonly request: IngestRequest,
    private readonly watcher: IntakeWatcher,
    private readonly signal: AbortSignal,
  ) {
    const items = evidenceList(parts.ledger.records);
    this.known = new Map(items.map((item) => [item.sha256, item.index]));
    this.nextIndex = items.length;
  }

  async run(): Promise<{ readonly cancelled: boolean; readonly files: readonly IngestedFile[] }> {
    const { paths, source, reason, custody, zone, tables } = this.request;
    const begun = await this.record({
      kind: 'intake-begun',
      body: {
        paths: [...paths],
        source,
        reason,
        custody,
        ...(zone === undefined ? {} : { zone }),
        ...(tables === undefined ? {} : { tables: { ...tables } }),
        tool: this.parts.tool,
      },
    });
    this.seq = begun.seq;
    const met = await walk(paths);
    const files = met.filter((one) => one.kind === 'file');
    this.watcher.found(
      files.length,
      files.reduce((sum, { size }) => sum + size, 0),
    );
    for (const one of met) {
      if (this.signal.aborted) break;
      await this.take(one);
    }
    await this.parsing;
    const cancelled = this.signal.aborted;
    await this.record({
      kind: 'intake-ended',
      body: { intake: this.seq, cancelled, ...this.counts },
    });
    return { cancelled, files: this.outcomes };
  }

  private async take(met: Met): Promise<void> {
    const origin = { name: met.name, originalPath: met.path };
    if (met.kind === 'refused') return this.refuse(origin, met.code, met.why);
    const started = this.parts.clock();
    const { layout, hasher } = this.parts;
    const copy = this.request.custody === 'copy' ? incomingPath(layout, randomUUID()) : undefined;
    this.watcher.reading(met.path, met.size);
    try {
      const digests = await readFileOnce(hasher, met.path, copy, {
        signal: this.signal,
        read: (bytes) => this.watcher.read(met.path, bytes),
      });
      await this.seal(
        { ...origin, modifiedAt: met.modifiedAt.toISOString() },
        digests,
        copy,
        started,
        0,
      );
    } catch (error) {
      if (copy !== undefined) await rm(copy, { force: true });
      await this.explain(origin, met.size, error);
    }
  }

  /** What went wrong while bytes were read, as an outcome; what is a bug or concerns the whole job is thrown on. */
  private async explain(origin: Origin, size: number, error: unknown): Promise<void> {
    if (error instanceof FailureError) {
      if (error.failure.code !== 'cancelled') throw error;
      this.outcome(origin, size, 'cancelled', {
        explanation: 'cancelled before it was sealed; nothing of it is kept',
      });
      return;
    }
    if (error instanceof ChangedError) return this.refuse(origin, 'changed', error.message);
    const { code, why } = reasonOf(error);
    if (code === 'disk-full') {
      throw new FailureError({
        code,
        message: `${origin.originalPath} cannot be sealed: ${why}. Free some space and add it again.`,
        subject: origin.originalPath,
      });
    }
    return this.refuse(origin, 'unreadable', why);
  }

  private async seal(
    origin: Origin,
    digests: Digests,
    copy: string | undefined,
    started: number,
    depth: number,
    damage?: string,
  ): Promise<void> {
    const { layout, hasher, tool } = this.parts;
    const duplicate = this.known.get(digests.sha256);
    if (duplicate !== undefined) {
      if (copy !== undefined) await rm(copy, { force: true });
      await this.recordDuplicate(origin, digests, duplicate);
      return;
    }
    let path = origin.originalPath;
    if (copy !== undefined) {
      if (!(await verifyCopy(hasher, { path: copy, digests }, this.signal))) {
        await rm(copy, { force: true });
        return this.refuse(
          origin,
          'copy-differs',
          'its copy in the case does not read back as it was written; check the disk',
        );
      }
      path = await moveToVault(layout, { path: copy, digests });
    }
    const index = this.nextIndex as EvidenceIndex;
    const custody = origin.parent === undefined ? this.request.custody : 'copy';
    await this.record({
      kind: 'evidence-sealed',
      body: {
        intake: this.seq,
        ...origin,
        source: this.request.source,
        reason: this.request.reason,
        index,
        sha256: digests.sha256,
        sha1: digests.sha1,
        md5: digests.md5,
        size: digests.bytes,
        custody,
        ...(damage === undefined ? {} : { damage }),
        seconds: (this.parts.clock() - started) / 1000,
        tool,
      },
    });
    this.nextIndex++;
    this.known.set(digests.sha256, index);
    this.counts.sealed++;
    const file: SealedEvidence = {
      index,
      sha256: digests.sha256,
      path,
      name: origin.name,
      originalPath: origin.originalPath,
      size: digests.bytes,
      modifiedAt: origin.modifiedAt,
    };
    this.watcher.sealed(file);
    const kind = containerKind(await readHead(path, 16));
    if (kind !== undefined) return this.open(file, digests, origin, kind, depth);
    await this.parseBehind(file, digests, origin);
  }

  /** Parses while the next file is already being read, but never more than one file behind. */
  private async parseBehind(file: SealedEvidence, digests: Digests, origin: Origin): Promise<void> {
    await this.parsing;
    this.parsing = this.parse(file, digests, origin);
    // Awaited by the next file or at the end; a rejection must not count as unhandled until then.
    this.parsing.catch(() => undefined);
  }

  private async parse(file: SealedEvidence, digests: Digests, origin: Origin): Promise<void> {
    const parsed: Parsed =
      file.size === 0
        ? { state: 'empty', seconds: 0 }
        : await this.parts.parse(file, this.request, this.signal);
    await this.finish(file, digests, origin, parsed);
  }

  private async finish(
    file: SealedEvidence,
    digests: Digests,
    origin: Origin,
    parsed: Parsed,
  ): Promise<void> {
    await this.record({
      kind: 'evidence-parsed',
      body: { ...parsed, index: file.index, sha256: file.sha256, tool: this.parts.tool },
    });
    this.outcome(origin, file.size, parsed.state, {
      sha256: digests.sha256,
      sha1: digests.sha1,
      md5: digests.md5,
      ...(parsed.format === undefined ? {} : { format: parsed.format }),
      ...(parsed.parser === undefined
        ? {}
        : { parser: `${parsed.parser}@${parsed.parserVersion ?? 0}` }),
      ...(parsed.coverage === undefined
        ? {}
        : {
            records: parsed.coverage.records,
            events: parsed.coverage.events,
            issues: parsed.coverage.issues,
            bytes: parsed.coverage.bytes,
            coverage: parsed.coverage.fraction,
          }),
      seconds: parsed.seconds,
      ...(parsed.explanation === undefined ? {} : { explanation: parsed.explanation }),
    });
  }

  private async open(
    file: SealedEvidence,
    digests: Digests,
    origin: Origin,
    kind: ContainerKind,
    depth: number,
  ): Promise<void> {
    const started = this.parts.clock();
    const limits = this.parts.limits ?? LIMITS;
    const format = kind === 'zip' ? 'ZIP archive' : 'gzip file';
    let explanation: string | undefined;
    let members = 0;
    if (depth >= limits.depth)
      explanation = `archives are nested deeper than ${limits.depth}; this one was not opened`;
    else {
      const { bavail, bsize } = await statfs(this.parts.layout.folder);
      const meter = new Meter(limits, file.size, bavail * bsize);
      const walkIn =
        kind === 'zip' ? zipMembers(file.path, limits) : gzipMembers(file.path, file.name);
      try {
        for (;;) {
          if (this.signal.aborted) {
            explanation = 'cancelled; the members sealed before are kept';
            break;
          }
          const next: IteratorResult<Member, ContainerEnd> = await walkIn.next();
          if (next.done === true) {
            explanation = next.value.trouble;
            break;
          }
          await this.takeMember(next.value, file, members++, meter, depth);
        }
      } catch (error) {
        if (!(error instanceof LimitError)) throw error;
        explanation = `${error.message}; the members before are kept`;
      } finally {
        await walkIn.return({});
      }
    }
    await this.finish(file, digests, origin, {
      state: this.signal.aborted ? 'partial' : 'container',
      format,
      coverage: {
        bytes: {
          parsed: explanation === undefined ? file.size : 0,
          skipped: 0,
          unexplained: explanation === undefined ? 0 : file.size,
        },
        skippedBy: {},
        records: members,
        events: 0,
        recovered: 0,
        issues: explanation === undefined ? 0 : 1,
        fraction: explanation === undefined ? 1 : 0,
      },
      seconds: (this.parts.clock() - started) / 1000,
      ...(explanation === undefined ? {} : { explanation }),
    });
  }

  private async takeMember(
    member: Member,
    container: SealedEvidence,
    number: number,
    meter: Meter,
    depth: number,
  ): Promise<void> {
    const name = member.name.split(/[\\/]/).at(-1) || member.name;
    const origin: Origin = {
      name,
      originalPath: `${container.originalPath}!${member.name}`,
      parent: container.sha256,
      member: number,
      ...(member.kind === 'file' &&
      member.modifiedAt !== undefined &&
      !Number.isNaN(member.modifiedAt.getTime())
        ? { modifiedAt: member.modifiedAt.toISOString() }
        : {}),
    };
    if (member.kind === 'refused') return this.refuse(origin, member.code, member.why);
    const started = this.parts.clock();
    const copy = incomingPath(this.parts.layout, randomUUID());
    this.watcher.reading(origin.originalPath, 0);
    try {
      const digests = await hashAndCopy(this.parts.hasher, member.read, copy, {
        signal: this.signal,
        read: (bytes) => {
          meter.add(bytes);
          this.watcher.read(origin.originalPath, bytes);
        },
      });
      await this.seal(origin, digests, copy, started, depth + 1, member.damage());
    } catch (error) {
      await rm(copy, { force: true });
      if (error instanceof LimitError) {
        await this.refuse(origin, 'limit', error.message);
        throw error;
      }
      await this.explain(origin, 0, error);
    }
  }

  private async recordDuplicate(
    origin: Origin,
    digests: Digests,
    of: EvidenceIndex,
  ): Promise<void> {
    await this.record({
      kind: 'evidence-duplicate',
      body: { ...this.common(origin), of, sha256: digests.sha256, size: digests.bytes },
    });
    this.counts.duplicates++;
    this.outcome(origin, digests.bytes, 'duplicate', {
      sha256: digests.sha256,
      sha1: digests.sha1,
      md5: digests.md5,
      coverage: 1,
      explanation: `its content is in the case already, as #${of}`,
    });
  }

  private async refuse(origin: Origin, code: string, explanation: string): Promise<void> {
    await this.record({
      kind: 'evidence-refused',
      body: { ...this.common(origin), code, explanation },
    });
    this.counts.refused++;
    this.outcome(origin, 0, 'refused', { explanation });
  }

  private common({
    name,
    originalPath,
    parent,
    member,
  }: Origin): Omit<LedgerBody<'evidence-refused'>, 'code' | 'explanation' | 'size'> {
    const { source, reason } = this.request;
    return {
      intake: this.seq,
      name,
      originalPath,
      ...(parent === undefined ? {} : { parent }),
      ...(member === undefined ? {} : { member }),
      source,
      reason,
    };
  }

  private outcome(origin: Origin, size: number, status: string, more: Partial<IngestedFile>): void {
    const file: IngestedFile = {
      path: origin.originalPath,
      ...(origin.parent === undefined ? {} : { parent: origin.parent }),
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
    this.outcomes.push(file);
    this.watcher.ended(file);
  }

  private async record(draft: LedgerDraft): Promise<LedgerRecord> {
    const written: Result<readonly LedgerRecord[]> = await this.parts.ledger.append(draft);
    if (!written.ok) throw new FailureError(written.failure);
    const [record] = written.value;
    if (record === undefined) throw new Error('the ledger did not understand its own entry');
    return record;
  }
}

/** Takes away the copies that were being written when the process ended. */
export async function clearIncoming(layout: CaseLayout): Promise<void> {
  try {
    for (const name of await readdir(layout.incoming))
      await rm(join(layout.incoming, name), { force: true });
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}
