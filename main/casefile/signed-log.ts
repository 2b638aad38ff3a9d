import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Failure, Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import type { LogHead } from './chain-check.ts';
import { syncFolder } from './durable-file.ts';
import { ioFailure, reasonOf } from './io-failure.ts';
import type { LogReading, ReadOptions } from './log-reader.ts';
import { readLog } from './log-reader.ts';
import { cutTornTail, REPAIRED, unrecordedRepairs } from './log-repair.ts';
import type { Draft, SignedEntry } from './signed-line.ts';
import { encodeLine } from './signed-line.ts';
import type { Signer } from './signing-key.ts';

/** What writing to a log takes, beyond having read it. */
export interface LogWriter {
  readonly signer: Signer;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** After each batch that is safely on disk. */
  readonly committed?: (head: LogHead) => void;
}

interface Pending {
  readonly drafts: readonly Draft[];
  readonly at: string;
  readonly resolve: (result: Result<readonly SignedEntry[]>) => void;
  readonly reject: (bug: unknown) => void;
}

/**
 * An append-only file of signed lines, each bound to the one before (docs/format/signed-log.md). What `append` has
 * answered is on disk. Appends that come while one is being written share the next write and its fsync.
 */
export class SignedLog {
  private readonly queue: Pending[] = [];
  private writing: Promise<void> | undefined;
  private refusal: Failure | undefined;
  private handle: FileHandle | undefined;
  private writer: LogWriter | undefined;
  private currentHead: LogHead;
  private readonly repairs = new Set<string>();

  private constructor(
    private readonly options: ReadOptions,
    /** What was found on opening. */
    readonly reading: LogReading,
  ) {
    this.currentHead = reading.head;
  }

  /** Reads and verifies; nothing is written before `startWriting`. */
  static async open(options: ReadOptions): Promise<Result<SignedLog>> {
    const repairs: string[] = [];
    try {
      const reading = await readLog({
        ...options,
        visit: (entry) => {
          if (entry.kind === REPAIRED) repairs.push(String(entry.body['kept']));
          options.visit(entry);
        },
      });
      const log = new SignedLog(options, reading);
      for (const kept of repairs) log.repairs.add(kept);
      return ok(log);
    } catch (error) {
      const what = 'A log of the case cannot be read';
      return { ok: false, failure: ioFailure(error, what, options.path) };
    }
  }

  /** Opens for appending. A torn end is cut off, kept in a file of its own, and recorded in the log. */
  async startWriting(writer: LogWriter): Promise<Result<null>> {
    const { path, visit } = this.options;
    const { reading } = this;
    if (reading.broken !== undefined) return { ok: false, failure: this.readOnly() };
    try {
      if (reading.torn) await cutTornTail(path, reading.head.bytes);
      this.handle = await open(path, 'a', 0o644);
      this.writer = writer;
      if (reading.size === 0) await syncFolder(dirname(path));
      const recorded = await this.append(await unrecordedRepairs(path, this.repairs));
      if (!recorded.ok) return recorded;
      recorded.value.forEach(visit);
      return ok(null);
    } catch (error) {
      const what = 'A log of the case cannot be written to';
      return { ok: false, failure: ioFailure(error, what, path) };
    }
  }

  get head(): LogHead {
    return this.currentHead;
  }

  /** From now on every append is answered with this failure. */
  refuse(failure: Failure): void {
    this.refusal ??= failure;
  }

  /** Appends all of the drafts or none. Resolves once they are on disk. */
  append(drafts: readonly Draft[]): Promise<Result<readonly SignedEntry[]>> {
    if (drafts.length === 0) return Promise.resolve(ok([]));
    const at = new Date(this.writer?.clock() ?? 0).toISOString();
    return new Promise((resolve, reject) => {
      this.queue.push({ drafts, at, resolve, reject });
      this.writing ??= this.writeAll();
    });
  }

  /** Waits for what is being written and lets go of the file. */
  async close(): Promise<void> {
    await this.writing;
    await this.handle?.close();
    this.handle = undefined;
  }

  private async writeAll(): Promise<void> {
    // Lets appends made in the same turn share the first write as well.
    await Promise.resolve();
    while (this.queue.length > 0) await this.writeBatch(this.queue.splice(0));
    this.writing = undefined;
  }

  private async writeBatch(batch: readonly Pending[]): Promise<void> {
    const { handle, writer } = this;
    if (handle === undefined || writer === undefined || this.refusal !== undefined) {
      const refused = this.refusal ?? this.readOnly();
      for (const { resolve } of batch) resolve({ ok: false, failure: refused });
      return;
    }
    const lines: Buffer[] = [];
    const done: (() => void)[] = [];
    let head = this.currentHead;
    for (const { drafts, at, resolve, reject } of batch) {
      try {
        const encoded = encodeLines(writer.signer, head, at, drafts);
        lines.push(...encoded.lines);
        head = encoded.head;
        done.push(() => resolve(ok(encoded.entries)));
      } catch (error) {
        // A body that has no canonical text is a bug of whoever appends it, and theirs alone.
        reject(error);
      }
    }
    const failure = await this.writeDurably(handle, Buffer.concat(lines));
    if (failure !== undefined) {
      for (const { resolve } of batch) resolve({ ok: false, failure });
      return;
    }
    this.currentHead = head;
    writer.committed?.(head);
    for (const acknowledge of done) acknowledge();
  }

  /** On failure the file is as long as before, or the log refuses everything from now on. */
  private async writeDurably(handle: FileHandle, bytes: Buffer): Promise<Failure | undefined> {
    const { path } = this.options;
    const before = this.currentHead.bytes;
    const { size } = await handle.stat();
    if (size !== before) {
      this.refusal = {
        code: 'case-damaged',
        message: `Another program changed ${path} while the case was open; nothing more is written to it.`,
        subject: path,
      };
      return this.refusal;
    }
    try {
      for (let done = 0; done < bytes.length;) {
        done += (await handle.write(bytes, done)).bytesWritten;
      }
    } catch (error) {
      const failure = ioFailure(error, 'Nothing can be added to the case', path);
      await handle.truncate(before).catch((second: unknown) => this.giveUp(second));
      return failure;
    }
    try {
      await handle.datasync();
      return undefined;
    } catch (error) {
      // After a failed fsync nobody knows what is on disk; only reading the file anew can tell.
      return this.giveUp(error);
    }
  }

  private giveUp(error: unknown): Failure {
    const { path } = this.options;
    const { code, why } = reasonOf(error);
    const message = `Writing to ${path} failed half way: ${why}. Close the case and open it again.`;
    this.refusal = { code, message, subject: path };
    return this.refusal;
  }

  private readOnly(): Failure {
    const { path } = this.options;
    const { broken } = this.reading;
    return broken === undefined
      ? { code: 'case-read-only', message: 'The case is open for reading only.', subject: path }
      : {
          code: 'case-damaged',
          message: `Line ${broken.line} of ${path} ${broken.why}.`,
          subject: path,
        };
  }
}

function encodeLines(signer: Signer, from: LogHead, at: string, drafts: readonly Draft[]) {
  const lines: Buffer[] = [];
  const entries: SignedEntry[] = [];
  let head = from;
  for (const draft of drafts) {
    const { line, entry } = encodeLine(signer, { seq: head.lines, prev: head.hash, at }, draft);
    lines.push(line);
    entries.push(entry);
    head = { lines: head.lines + 1, bytes: head.bytes + line.length, hash: entry.hash };
  }
  return { lines, entries, head };
}
