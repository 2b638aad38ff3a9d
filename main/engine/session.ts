import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CaseInfo, ReadOnly } from '#shared/model/case.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { type Failure, FailureError } from '#shared/model/result.ts';
import type { LogChange } from '#shared/work/work-log.ts';
import { CaseFolder, type CaseEnvironment } from '../casefile/case-folder.ts';
import { saveTally } from '../casefile/case-summary.ts';
import { CASE_CLOSING } from '../evidence/case-closing.ts';
import { evidenceList } from '../evidence/evidence-list.ts';
import { IssueShelf } from '../evidence/issue-shelf.ts';
import type { EventStore } from '../store/event-store.ts';
import { OpReading } from '../work/op-reading.ts';
import { projectChange, projectState } from '../work/projection.ts';
import { CaseWorkLog } from '../work/work-log.ts';
import { openStore } from './open-store.ts';
import { unwrap } from './unwrap.ts';

/** What a session tells while it is open. */
export interface SessionEvents {
  workAppended(count: number): void;
  evidenceChanged(changed: readonly EvidenceIndex[]): void;
  eventsChanged(total: number, settled: boolean): void;
  /** A bug that has nobody to be told to. */
  bug(error: unknown): void;
}

/** States whose events belong into the store. */
const READ: ReadonlySet<EvidenceItem['state']> = new Set(['done', 'partial']);

/** Everything that belongs to one open case and ends with it. */
export class Session {
  readonly issues: IssueShelf;
  private readonly ending = new AbortController();
  private readonly running = new Set<Promise<unknown>>();
  private marking: Promise<unknown> = Promise.resolve();
  private intakes: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly folder: CaseFolder,
    readonly work: CaseWorkLog,
    private readonly opened: EventStore | Failure,
    readonly tell: SessionEvents,
  ) {
    this.issues = new IssueShelf(join(folder.layout.folder, 'issues'));
  }

  /** @throws FailureError as the case folder gives it */
  static async begin(
    environment: CaseEnvironment,
    folder: string,
    events: SessionEvents,
  ): Promise<Session> {
    const reading = new OpReading();
    const opened = unwrap(
      await CaseFolder.open(environment, { folder, visitWork: (entry) => reading.visit(entry) }),
    );
    const late: { session?: Session } = {};
    const work = new CaseWorkLog({
      caseId: opened.file.id,
      analyst: environment.signer.analyst,
      store: opened.work,
      reading,
      clock: environment.clock,
      node: randomBytes(4).toString('hex'),
      changed: (change) => late.session?.project(change),
    });
    try {
      const session = new Session(opened, work, await openStore(opened), events);
      late.session = session;
      if (session.hasEvents) await session.events.replaceMarks(projectState(work.state));
      return session;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  get info(): CaseInfo {
    const info = this.folder.info(this.work.state.title);
    return info.readOnly === undefined
      ? info
      : { ...info, readOnly: { ...info.readOnly, ...this.eventsInfo() } };
  }

  /** What whoever only reads must know of the events. */
  private eventsInfo(): Omit<ReadOnly, 'reason'> {
    if ('code' in this.opened) return { noEvents: this.opened.message };
    const { copiedAt } = this.opened;
    return copiedAt === undefined ? {} : { eventsOf: new Date(copiedAt).toISOString() };
  }

  get hasEvents(): boolean {
    return !('code' in this.opened);
  }

  /** @throws FailureError why the event store is out of reach, e.g. another process has it */
  get events(): EventStore {
    if ('code' in this.opened) throw new FailureError(this.opened);
    return this.opened;
  }

  /** The store, once it has the marks of every operation that is on disk. @throws FailureError as `events` */
  async markedEvents(): Promise<EventStore> {
    await this.marking;
    return this.events;
  }

  get evidence(): readonly EvidenceItem[] {
    return evidenceList(this.folder.ledger.records);
  }

  /** Files that were read whose events are not all in the store: a crash, or a store that is being made anew. */
  get unread(): readonly EvidenceItem[] {
    const { loaded } = this.events;
    return this.evidence.filter(({ index, state }) => READ.has(state) && !loaded.has(index));
  }

  /** @throws FailureError not-found */
  item(index: number): EvidenceItem {
    const found = this.evidence.find((one) => one.index === index);
    if (found !== undefined) return found;
    throw new FailureError({ code: 'not-found', message: `This case has no evidence #${index}.` });
  }

  /** Where the bytes of a sealed file lie. */
  pathOf({ custody, originalPath, sha256 }: EvidenceItem): string {
    return custody === 'copy' ? this.folder.layout.vaultFile(sha256) : originalPath;
  }

  /** @throws FailureError case-read-only */
  get writable(): this {
    const { readOnly } = this.folder;
    if (readOnly === undefined) return this;
    throw new FailureError({ code: 'case-read-only', message: readOnly.reason });
  }

  /** Runs something long that ends with the session: its signal aborts when the case is closed. */
  async during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const done = work(this.ending.signal);
    this.running.add(done);
    try {
      return await done;
    } finally {
      this.running.delete(done);
    }
  }

  /** Runs what takes evidence in, one after another: each numbers the files it seals by those before. */
  async taking<T>(work: () => Promise<T>): Promise<T> {
    const done = this.intakes.then(work);
    this.intakes = done.catch(() => undefined);
    return done;
  }

  /** Puts the analyst's marks on all events anew, after events came or went. */
  async markAnew(): Promise<void> {
    const all = this.marking.then(() => this.events.replaceMarks(projectState(this.work.state)));
    this.marking = all.catch(() => undefined);
    await all;
  }

  tellEvents(): void {
    const { all, settled } = this.events.tally;
    this.tell.eventsChanged(all, settled);
  }

  async close(): Promise<void> {
    this.ending.abort(CASE_CLOSING);
    await Promise.allSettled(this.running);
    await this.marking;
    if (this.hasEvents) {
      if (this.folder.readOnly === undefined) await this.keepTally();
      await this.events.close();
    }
    unwrap(await this.folder.close());
  }

  /** Writes down what the list of cases says of this one. */
  async keepTally(): Promise<void> {
    const { evidence, info } = this;
    const { all } = this.events.tally;
    await saveTally(this.folder.layout, {
      title: info.title,
      evidence: evidence.length,
      bytes: evidence.reduce((sum, { size }) => sum + size, 0),
      events: all,
    });
  }

  /** The page is told when the marks are in the store, so that what it asks then is true. */
  private project(change: LogChange): void {
    const marked = this.marking.then(async () => {
      if (this.hasEvents) await this.events.mark(projectChange(change));
      this.tell.workAppended(change.added.length);
    });
    this.marking = marked.catch((error: unknown) => this.tell.bug(error));
  }
}
