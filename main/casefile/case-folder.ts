import { statfs } from 'node:fs/promises';
import type { CaseInfo } from '#shared/model/case.ts';
import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import type { CaseFile } from './case-json.ts';
import { readCaseFile, writeCaseFile } from './case-json.ts';
import type { CaseLayout } from './case-layout.ts';
import { caseLayout } from './case-layout.ts';
import type { TakeOver } from './case-lock.ts';
import { CaseLock } from './case-lock.ts';
import type { CaseLogs } from './case-logs.ts';
import { readCaseLogs } from './case-logs.ts';
import { HeadsKeeper } from './heads.ts';
import { ioFailure } from './io-failure.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerDraft } from './ledger-entries.ts';
import type { SignedEntry } from './signed-line.ts';
import type { SignedLog } from './signed-log.ts';
import type { Signer } from './signing-key.ts';

/** What a case needs from outside. */
export interface CaseEnvironment {
  readonly signer: Signer;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Program, version and operating system, for the ledger. */
  readonly tool: string;
  /** Something the analyst must see: a log altered, the lock lost. A whole sentence. */
  readonly alarm?: (message: string) => void;
}

export interface OpenCase {
  readonly folder: string;
  /** Gets every proven line of the work log, in order, before `open` returns. */
  readonly visitWork?: (entry: SignedEntry) => void;
}

/** One open case folder. Everything is held by the instance; two of them share nothing. */
export class CaseFolder {
  private heads: HeadsKeeper | undefined;
  private notWritable: string | undefined;

  private constructor(
    private readonly environment: CaseEnvironment,
    readonly layout: CaseLayout,
    readonly file: CaseFile,
    private readonly logs: CaseLogs,
    private readonly lock: CaseLock | undefined,
  ) {}

  /**
   * Opens and verifies. Where another process has the case, or the folder cannot be written to, or a log is not what
   * was signed, the case opens for reading only and says why.
   */
  static async open(environment: CaseEnvironment, request: OpenCase): Promise<Result<CaseFolder>> {
    const layout = caseLayout(request.folder);
    const file = await readCaseFile(layout.caseFile, request.folder);
    if (!file.ok) return file;
    const watcher: { opened?: CaseFolder } = {};
    const attempt = await CaseLock.acquire(
      layout.lock,
      environment.signer.analyst.name,
      environment.clock,
      (reason) => watcher.opened?.lose(reason),
    );
    const lock = attempt.state === 'held' ? attempt.lock : undefined;
    const logs = await readCaseLogs(layout, file.value, request);
    if (!logs.ok) {
      await lock?.release();
      return logs;
    }
    const opened = new CaseFolder(environment, layout, file.value, logs.value, lock);
    watcher.opened = opened;
    const { damage } = logs.value;
    if (damage !== undefined) environment.alarm?.(damage);
    const reason = damage ?? (attempt.state === 'refused' ? attempt.reason : undefined);
    if (reason !== undefined) {
      opened.notWritable = reason;
      await lock?.release();
      return ok(opened);
    }
    const started = await opened.startWriting(
      attempt.state === 'held' ? attempt.tookOver : undefined,
    );
    if (started.ok) return ok(opened);
    await opened.close();
    return started;
  }

  get ledger(): Ledger {
    return this.logs.ledger;
  }

  get work(): SignedLog {
    return this.logs.work;
  }

  /** Why nothing can be written, in a whole sentence; undefined when the case is ours to write. */
  get readOnly(): { readonly reason: string } | undefined {
    return this.notWritable === undefined ? undefined : { reason: this.notWritable };
  }

  /** `title` is the newest one by the work log, where it says. */
  info(title: string = this.file.title): CaseInfo {
    const { id, createdAt, format } = this.file;
    const { readOnly } = this;
    return {
      id,
      title,
      folder: this.layout.folder,
      createdAt,
      format,
      ...(readOnly === undefined ? {} : { readOnly }),
      analyst: this.environment.signer.analyst,
    };
  }

  /** Bytes that may still be written to the disk the case lies on. */
  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.layout.folder);
    return bavail * bsize;
  }

  /** Waits until the kept heads are those of the logs. */
  async settle(): Promise<void> {
    await this.heads?.flush();
  }

  /** Finishes what is being written and lets go of the case. A failure is about heads.json only. */
  async close(): Promise<Result<null>> {
    await Promise.all([this.ledger.log.close(), this.work.close()]);
    await this.heads?.flush();
    await this.lock?.release();
    const trouble = this.heads?.trouble;
    if (trouble === undefined) return ok(null);
    const { heads } = this.layout;
    return { ok: false, failure: { code: 'io', message: `${heads} ${trouble}.`, subject: heads } };
  }

  private async startWriting(tookOver: TakeOver | undefined): Promise<Result<null>> {
    const { signer, clock } = this.environment;
    const known = this.file.analysts.some(({ id }) => id === signer.analyst.id);
    if (!known) {
      const { caseFile } = this.layout;
      const analysts = [...this.file.analysts, signer.analyst];
      try {
        await writeCaseFile(caseFile, { ...this.file, analysts });
      } catch (error) {
        return { ok: false, failure: ioFailure(error, 'You cannot join the case', caseFile) };
      }
      this.logs.keys.add(signer.analyst);
    }
    const { ledger, work } = this.logs;
    const heads = new HeadsKeeper(this.layout.heads, signer, {
      ledger: ledger.log.head,
      work: work.head,
    });
    this.heads = heads;
    const writer = { signer, clock };
    const started = [
      await ledger.log.startWriting({
        ...writer,
        committed: (head) => heads.moved('ledger', head),
      }),
      await work.startWriting({ ...writer, committed: (head) => heads.moved('work', head) }),
      await this.recordOpening(tookOver),
    ];
    await heads.flush();
    return started.find((result) => !result.ok) ?? ok(null);
  }

  private async recordOpening(tookOver: TakeOver | undefined): Promise<Result<null>> {
    const { analyst } = this.environment.signer;
    const { headsLost } = this.logs;
    const drafts: LedgerDraft[] = [];
    if (!this.ledger.analysts.has(analyst.id)) {
      drafts.push({ kind: 'analyst-joined', body: { analyst, tool: this.environment.tool } });
    }
    if (tookOver !== undefined) drafts.push({ kind: 'lock-taken-over', body: takenBody(tookOver) });
    if (headsLost !== undefined) {
      this.environment.alarm?.(
        `${this.layout.heads} ${headsLost}: whether lines are missing at the end of a log cannot be said.`,
      );
      drafts.push({ kind: 'heads-lost', body: { why: headsLost } });
    }
    const appended = await this.ledger.append(...drafts);
    return appended.ok ? ok(null) : appended;
  }

  private lose(reason: string): void {
    const message = `${reason} Nothing more is written; open the case again.`;
    const failure = { code: 'case-locked', message, subject: this.layout.folder } as const;
    this.notWritable = message;
    // They belong to whoever has the lock now.
    this.heads = undefined;
    this.ledger.log.refuse(failure);
    this.work.refuse(failure);
    this.environment.alarm?.(message);
  }
}

const takenBody = ({ from, lastSeen, why }: TakeOver) => ({
  ...(from === undefined
    ? {}
    : { from: { analyst: from.analyst, host: from.host, pid: from.pid, since: from.since } }),
  lastSeen,
  why,
});
