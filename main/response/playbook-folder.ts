import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Failure, Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import type { Playbook } from '#shared/response/playbook/playbook.ts';
import { LARGEST_FILE, playbookId } from '#shared/response/playbook/playbook.ts';
import { readPlaybook, tooLarge } from '#shared/response/playbook/read-playbook.ts';
import { replaceFile } from '../casefile/durable-file.ts';
import { ioFailure, isSystemError } from '../casefile/io-failure.ts';

/** So many files are looked at; nobody has more playbooks. */
const MOST = 500;

export interface OwnPlaybooks {
  readonly playbooks: readonly Playbook[];
  readonly problems: readonly string[];
}

/**
 * The analyst's own playbooks: files `<id>.json` in one folder of the user's data, where they may also be put by
 * hand. They came from elsewhere, so each is checked whenever it is read.
 */
export class PlaybookFolder {
  constructor(readonly path: string) {}

  async list(): Promise<OwnPlaybooks> {
    const playbooks: Playbook[] = [];
    const problems: string[] = [];
    for (const name of await this.names()) {
      const read = await readPlaybookFile(join(this.path, name));
      if (!read.ok) problems.push(read.failure.message);
      else if (`${read.value.id}.json` === name) playbooks.push(read.value);
      else
        problems.push(
          `${name}: its id is “${read.value.id}”; name the file ${read.value.id}.json.`,
        );
    }
    return { playbooks, problems };
  }

  /** One of them; undefined when there is none or it cannot be used. */
  async find(id: string): Promise<Playbook | undefined> {
    return (await this.list()).playbooks.find((playbook) => playbook.id === id);
  }

  /** @returns failure disk-full, not-permitted, io */
  async save(playbook: Playbook): Promise<Result<null>> {
    try {
      await mkdir(this.path, { recursive: true });
    } catch (error) {
      return { ok: false, failure: unwritable(error, this.path) };
    }
    return writePlaybookFile(playbook, join(this.path, `${playbook.id}.json`));
  }

  /** @returns failure invalid-argument, not-permitted, io */
  async remove(id: string): Promise<Result<null>> {
    if (!playbookId.safeParse(id).success) return fail('invalid-argument', 'This is no id.', id);
    const path = join(this.path, `${id}.json`);
    try {
      await rm(path, { force: true });
      return ok(null);
    } catch (error) {
      return { ok: false, failure: unwritable(error, path) };
    }
  }

  private async names(): Promise<readonly string[]> {
    try {
      const names = await readdir(this.path);
      return names
        .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
        .sort()
        .slice(0, MOST);
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** @returns failure too-large, invalid-argument, and what the system says */
export async function readPlaybookFile(path: string): Promise<Result<Playbook>> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > LARGEST_FILE) return fail('too-large', tooLarge(name), path);
      const bytes = await file.readFile();
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return readPlaybook(text, name);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof TypeError) {
      return fail('invalid-argument', `${name}: it is not UTF-8 text; save it as UTF-8.`, path);
    }
    return { ok: false, failure: ioFailure(error, `${name} cannot be read`, path) };
  }
}

/** @returns failure disk-full, not-permitted, io */
export async function writePlaybookFile(playbook: Playbook, path: string): Promise<Result<null>> {
  try {
    await replaceFile(path, `${JSON.stringify(playbook, null, 2)}\n`);
    return ok(null);
  } catch (error) {
    return { ok: false, failure: unwritable(error, path) };
  }
}

const unwritable = (error: unknown, path: string): Failure =>
  ioFailure(error, 'The playbook cannot be written', path);
