import { randomUUID } from 'node:crypto';
import type { IngestRequest, IngestedFile } from '#shared/ipc/evidence.ts';
import { FailureError } from '#shared/model/result.ts';
import { reasonOf } from '../casefile/io-failure.ts';
import { stopIfClosing } from './case-closing.ts';
import { containerKind, type ContainerKind } from './containers/container.ts';
import type { Meter } from './containers/limits.ts';
import { FewAtOnce } from './few-at-once.ts';
import type { IntakeParts, IntakeWatcher } from './intake-parts.ts';
import { IntakeRecord } from './intake-record.ts';
import { openContainer } from './open-container.ts';
import { readBytes } from './read-bytes.ts';
import { readHead } from './read-head.ts';
import { incomingPath, readFileOnce } from './seal.ts';
import type { Origin, Parsed, Sealed } from './sealed-evidence.ts';
import { Sealer } from './sealer.ts';
import type { UnfinishedIntake } from './unfinished.ts';
import { walk, type Met } from './walk.ts';

const NONE: ReadonlySet<number> = new Set();

export interface IntakeResult {
  readonly cancelled: boolean;
  readonly files: readonly IngestedFile[];
}

/**
 * Takes files into the case, one after another: hash and copy in one read, verify the copy, seal, record, parse. What
 * is recorded is whole: cancelling or a crash leaves nothing half sealed. With `rest`, takes up one that was
 * interrupted, where it stopped.
 */
export class Intake {
  private readonly record: IntakeRecord;
  private readonly sealer: Sealer;
  private readonly parsing = new FewAtOnce();

  constructor(
    private readonly parts: IntakeParts,
    private readonly request: IngestRequest,
    private readonly watcher: IntakeWatcher,
    private readonly signal: AbortSignal,
    private readonly rest?: UnfinishedIntake,
  ) {
    this.record = new IntakeRecord(parts.ledger, parts.tool, request, (file) =>
      watcher.ended(file),
    );
    this.sealer = new Sealer(parts, this.record, signal);
  }

  /** @throws FailureError when it cannot go on: a full disk, the case closed. The ledger says so, and it can be taken up */
  async run(): Promise<IntakeResult> {
    await this.record.begin(this.rest?.seq);
    try {
      await this.takeAll();
      await this.parsing.ended();
      stopIfClosing(this.signal);
    } catch (error) {
      await this.endEarly(error);
      throw error;
    }
    const cancelled = this.signal.aborted;
    await this.record.end(cancelled);
    return { cancelled, files: this.record.outcomes };
  }

  private async takeAll(): Promise<void> {
    for (const { sealed, depth } of this.rest?.unread ?? []) {
      this.record.met(sealed.file.index);
      this.watcher.sealed(sealed.file);
      await this.read(sealed, depth, undefined);
    }
    if (this.rest?.interrupted === false) return;
    const met = await walk(this.request.paths);
    const left = met.filter(({ path }) => this.rest?.settled.paths.has(path) !== true);
    const files = left.filter((one) => one.kind === 'file');
    this.watcher.found(
      files.length,
      files.reduce((sum, { size }) => sum + size, 0),
    );
    for (const one of left) {
      if (this.signal.aborted) break;
      await this.take(one);
    }
  }

  private async take(met: Met): Promise<void> {
    if (met.kind === 'refused') {
      const { name, path: originalPath } = met;
      return this.record.refused({ name, originalPath }, met.code, met.why);
    }
    const { path, name, size, modifiedAt } = met;
    const origin: Origin = {
      name,
      originalPath: path,
      modifiedAt: modifiedAt.toISOString(),
    };
    const started = this.parts.clock();
    const { layout, hasher } = this.parts;
    const copy = this.request.custody === 'copy' ? incomingPath(layout, randomUUID()) : undefined;
    this.watcher.reading(path, size);
    const sealed = await readBytes(this.record, { origin, size, copy }, async () => {
      const digests = await readFileOnce(hasher, path, copy, {
        signal: this.signal,
        read: (bytes) => this.watcher.read(path, bytes),
      });
      return this.sealer.seal({ origin, digests, copy, started });
    });
    if (sealed === undefined) return;
    this.watcher.sealed(sealed.file);
    await this.read(sealed, 0, undefined);
  }

  /** Finds out what is in a sealed file: opens a container, gives everything else to a parser. */
  private async read(sealed: Sealed, depth: number, outer: Meter | undefined): Promise<void> {
    const { file } = sealed;
    let kind: ContainerKind | undefined;
    try {
      kind = containerKind(await readHead(file.path, 16));
    } catch (error) {
      return this.record.parsed(sealed, unreadable(error));
    }
    if (kind === undefined) return this.parseBehind(sealed);
    const { record, sealer, watcher, signal } = this;
    const parsed = await openContainer(
      { ...this.parts, record, sealer, watcher, signal },
      {
        container: file,
        kind,
        depth,
        outer,
        settled: this.rest?.settled.members.get(file.sha256) ?? NONE,
        goOn: async (member, meter) => {
          watcher.sealed(member.file);
          await this.read(member, depth + 1, meter);
        },
      },
    );
    stopIfClosing(signal);
    await record.parsed(sealed, parsed);
  }

  /** Parses while the next file is already being read: one file behind, or several small ones. */
  private parseBehind(sealed: Sealed): Promise<void> {
    return this.parsing.begin(sealed.file.size, () => this.parse(sealed));
  }

  private async parse(sealed: Sealed): Promise<void> {
    const { file } = sealed;
    const parsed: Parsed =
      file.size === 0
        ? { state: 'empty', seconds: 0 }
        : await this.parts.parse(file, this.request, this.signal).catch(unreadable);
    if (parsed.state === 'partial') stopIfClosing(this.signal);
    await this.record.parsed(sealed, parsed);
  }

  /** Leaves nothing running, and says in the ledger why the intake ended. */
  private async endEarly(first: unknown): Promise<void> {
    let cause = first;
    try {
      await this.parsing.settled();
    } catch (error) {
      cause = error;
    }
    if (!(cause instanceof FailureError)) return;
    try {
      await this.record.end(false, cause.message);
    } catch (second) {
      // The ledger may be what failed. The first failure is told; an intake without an end is taken up again.
      if (!(second instanceof FailureError)) throw second;
    }
  }
}

/** A sealed file that cannot be opened any more, e.g. one kept by reference whose disk is gone. Bugs are thrown on. */
function unreadable(error: unknown): Parsed {
  if (error instanceof FailureError) throw error;
  const { code, why } = reasonOf(error);
  if (code === 'disk-full') {
    throw new FailureError({ code, message: `Events cannot be stored: ${why}. Free some space.` });
  }
  return { state: 'failed', seconds: 0, explanation: `it could not be read again: ${why}` };
}
