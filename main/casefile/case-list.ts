import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CaseSummary } from '#shared/model/case.ts';
import { z } from 'zod';
import { summariseCase } from './case-summary.ts';
import { replaceFile } from './durable-file.ts';
import { CASE_SUFFIX } from './folder-name.ts';
import { isSystemError } from './io-failure.ts';

const schema = z.object({
  format: z.literal(1),
  opened: z.array(z.object({ folder: z.string(), at: z.string() })),
  /** Cases in the home folder that the analyst does not want listed. */
  forgotten: z.array(z.string()),
});
type Recent = z.infer<typeof schema>;

/** The cases a user works with: those in the home folder, and those opened from elsewhere. */
export class CaseList {
  private pending: Promise<void> = Promise.resolve();

  /** `recent` is the file that remembers what was opened; a damaged one is forgotten. */
  constructor(
    private readonly home: string,
    private readonly recent: string,
  ) {}

  /** Newest first: by when a case was last opened, else made. */
  async list(): Promise<readonly CaseSummary[]> {
    const { opened, forgotten } = await this.read();
    const folders = new Map<string, string | undefined>();
    for (const folder of await casesIn(this.home)) folders.set(folder, undefined);
    for (const folder of forgotten) folders.delete(folder);
    for (const { folder, at } of opened) folders.set(folder, at);
    const summaries = await Promise.all(
      [...folders].map(([folder, lastOpened]) => summariseCase(folder, lastOpened)),
    );
    const when = (summary: CaseSummary): string => summary.lastOpened ?? summary.createdAt ?? '';
    return summaries.sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0));
  }

  /** Remembers that a case was opened. `at` is ISO 8601 UTC. */
  opened(folder: string, at: string): Promise<void> {
    return this.change(folder, ({ opened, forgotten }, path) => ({
      format: 1,
      opened: [{ folder: path, at }, ...opened.filter((other) => other.folder !== path)],
      forgotten: forgotten.filter((other) => other !== path),
    }));
  }

  /** Takes a case off the list; its folder stays. */
  forget(folder: string): Promise<void> {
    return this.change(folder, ({ opened, forgotten }, path) => ({
      format: 1,
      opened: opened.filter((other) => other.folder !== path),
      forgotten: [...forgotten.filter((other) => other !== path), path],
    }));
  }

  private change(folder: string, to: (recent: Recent, path: string) => Recent): Promise<void> {
    const changed = this.pending.then(async () => {
      await mkdir(dirname(this.recent), { recursive: true });
      const recent = to(await this.read(), resolve(folder));
      await replaceFile(this.recent, `${JSON.stringify(recent, null, 2)}\n`);
    });
    // A change that failed is the business of whoever made it, not of the next one.
    this.pending = changed.catch(() => undefined);
    return changed;
  }

  private async read(): Promise<Recent> {
    const none: Recent = { format: 1, opened: [], forgotten: [] };
    try {
      return schema.safeParse(JSON.parse(await readFile(this.recent, 'utf8'))).data ?? none;
    } catch (error) {
      if (error instanceof SyntaxError || isSystemError(error)) return none;
      throw error;
    }
  }
}

async function casesIn(home: string): Promise<string[]> {
  try {
    const names = await readdir(home);
    return names
      .filter((name) => name.endsWith(CASE_SUFFIX) && !name.startsWith('.'))
      .map((name) => join(resolve(home), name));
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}
