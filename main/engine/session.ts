import { randomBytes } from 'node:crypto';
import type { CaseInfo } from '#shared/model/case.ts';
import { FailureError } from '#shared/model/result.ts';
import { CaseFolder, type CaseEnvironment } from '../casefile/case-folder.ts';
import { OpReading } from '../work/op-reading.ts';
import { CaseWorkLog } from '../work/work-log.ts';
import { unwrap } from './unwrap.ts';

/** What a session tells while it is open. */
export interface SessionEvents {
  workAppended(count: number): void;
}

/** Everything that belongs to one open case and ends with it. */
export class Session {
  private constructor(
    readonly folder: CaseFolder,
    readonly work: CaseWorkLog,
  ) {}

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
    const work = new CaseWorkLog({
      caseId: opened.file.id,
      analyst: environment.signer.analyst,
      store: opened.work,
      reading,
      clock: environment.clock,
      node: randomBytes(4).toString('hex'),
      changed: (change) => events.workAppended(change.added.length),
    });
    return new Session(opened, work);
  }

  get info(): CaseInfo {
    return this.folder.info(this.work.state.title);
  }

  /** @throws FailureError case-read-only */
  get writable(): this {
    const { readOnly } = this.folder;
    if (readOnly === undefined) return this;
    throw new FailureError({ code: 'case-read-only', message: readOnly.reason });
  }

  async close(): Promise<void> {
    unwrap(await this.folder.close());
  }
}
