import type { CaseInfo } from '#shared/model/case.ts';
import type { CaseFolder } from '../casefile/case-folder.ts';
import { unwrap } from './unwrap.ts';

/** Everything that belongs to one open case and ends with it. */
export class Session {
  private constructor(readonly folder: CaseFolder) {}

  static begin(folder: CaseFolder): Promise<Session> {
    return Promise.resolve(new Session(folder));
  }

  get info(): CaseInfo {
    return this.folder.info();
  }

  async close(): Promise<void> {
    unwrap(await this.folder.close());
  }
}
