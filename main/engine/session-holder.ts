import { join, resolve } from 'node:path';
import type { Analyst, CaseInfo } from '#shared/model/case.ts';
import { FailureError } from '#shared/model/result.ts';
import type { CaseEnvironment } from '../casefile/case-folder.ts';
import { CaseList } from '../casefile/case-list.ts';
import { createCase } from '../casefile/create-case.ts';
import { loadIdentity, renameIdentity } from '../casefile/identity.ts';
import type { Signer } from '../casefile/signing-key.ts';
import { toolName } from '../casefile/tool-name.ts';
import { VERSION } from '#shared/model/version.ts';
import type { EnginePaths } from './engine-paths.ts';
import { Session, type SessionEvents } from './session.ts';
import { unwrap } from './unwrap.ts';

/**
 * The one case that is open, if any. Opening another closes the first completely before anything of the second is
 * read, so that two cases never mix.
 */
export class SessionHolder {
  private session: Session | undefined;
  private changing: Promise<unknown> = Promise.resolve();
  readonly list: CaseList;

  constructor(
    readonly paths: EnginePaths,
    private readonly clock: () => number,
    private readonly alarm: (message: string, subject: string) => void,
    private readonly events: SessionEvents,
    /** Takes up what a crash interrupted in the case just opened. */
    private readonly takeUp: (session: Session) => Promise<void>,
  ) {
    this.list = new CaseList(paths.home, join(paths.userData, 'recent-cases.json'));
  }

  get current(): Session | undefined {
    return this.session;
  }

  /** @throws FailureError case-not-open */
  get open(): Session {
    if (this.session === undefined) {
      throw new FailureError({
        code: 'case-not-open',
        message: 'No case is open. Open or create one first.',
      });
    }
    return this.session;
  }

  async analyst(): Promise<Analyst> {
    return unwrap(await loadIdentity(this.identity)).analyst;
  }

  /** Whose key signs: of logs, reports and proof packs. */
  async signer(): Promise<Signer> {
    return unwrap(await loadIdentity(this.identity));
  }

  async rename(name: string): Promise<Analyst> {
    return unwrap(await renameIdentity(this.identity, name)).analyst;
  }

  create(request: { title: string; folder?: string; analyst?: string }): Promise<CaseInfo> {
    return this.change(async () => {
      if (request.analyst !== undefined) await this.rename(request.analyst);
      const { title, folder } = request;
      const environment = await this.environment(folder ?? title);
      const made = await createCase(environment, {
        title,
        home: this.paths.home,
        ...(folder === undefined ? {} : { folder }),
      });
      const created = unwrap(made);
      // Opened again as any case is, so that there is one way to begin.
      unwrap(await created.close());
      await this.begin(environment, created.layout.folder);
      const { work } = this.open;
      unwrap(await work.act({ kind: 'case.create', title }));
      unwrap(await work.act({ kind: 'analyst.identify', analyst: environment.signer.analyst }));
      return this.open.info;
    });
  }

  /** Opening what is open already leaves it open; what could only be read is tried again. */
  openFolder(folder: string): Promise<CaseInfo> {
    return this.change(
      async () => this.begin(await this.environment(folder), folder),
      ({ folder: { layout, readOnly } }) =>
        readOnly === undefined && resolve(layout.folder) === resolve(folder),
    );
  }

  close(): Promise<void> {
    return this.change(() => Promise.resolve());
  }

  private get identity(): string {
    return process.env['FIRELINE_IDENTITY'] ?? this.paths.userData;
  }

  private async environment(subject: string): Promise<CaseEnvironment> {
    return {
      signer: unwrap(await loadIdentity(this.identity)),
      clock: this.clock,
      tool: toolName(VERSION),
      alarm: (message) => this.alarm(message, subject),
    };
  }

  private async begin(environment: CaseEnvironment, folder: string): Promise<CaseInfo> {
    const session = await Session.begin(environment, folder, this.events);
    this.session = session;
    await this.list.opened(session.info.folder, new Date(this.clock()).toISOString());
    if (session.hasEvents) await this.takeUp(session);
    return session.info;
  }

  /** One change at a time; each begins with nothing open, unless what is open is all that is asked for. */
  private change(
    then: () => Promise<CaseInfo>,
    isWanted: (session: Session) => boolean,
  ): Promise<CaseInfo>;
  private change<T>(then: () => Promise<T>): Promise<T>;
  private change<T>(
    then: () => Promise<T | CaseInfo>,
    isWanted: (session: Session) => boolean = () => false,
  ): Promise<T | CaseInfo> {
    const done = this.changing.then(async () => {
      const before = this.session;
      if (before !== undefined && isWanted(before)) return before.info;
      this.session = undefined;
      await before?.close();
      return then();
    });
    // Whoever asked is told of a failure; the next change starts from nothing open all the same.
    this.changing = done.catch(() => undefined);
    return done;
  }
}
