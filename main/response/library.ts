import { basename } from 'node:path';
import type { PlaybookList } from '#shared/ipc/response.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import type { Playbook } from '#shared/response/playbook/playbook.ts';
import { checkPlaybook } from '#shared/response/playbook/read-playbook.ts';
import { PlaybookFolder, readPlaybookFile, writePlaybookFile } from './playbook-folder.ts';
import { SHIPPED_PLAYBOOKS } from './shipped-playbooks.ts';

/** All playbooks there are to choose from: those that come with Fireline, and the analyst's own. */
export class PlaybookLibrary {
  private readonly own: PlaybookFolder;

  constructor(folder: string) {
    this.own = new PlaybookFolder(folder);
  }

  async list(): Promise<PlaybookList> {
    const { playbooks, problems } = await this.own.list();
    const entries = [
      ...SHIPPED_PLAYBOOKS.map((playbook) => ({ playbook, own: false })),
      ...playbooks.filter(({ id }) => !isShipped(id)).map((playbook) => ({ playbook, own: true })),
    ];
    const hidden = playbooks
      .filter(({ id }) => isShipped(id))
      .map(({ id }) => taken(id, `${id}.json`));
    return { entries, problems: [...problems, ...hidden], folder: this.own.path };
  }

  /** Reads a file from elsewhere and keeps it. */
  async import(path: string): Promise<Result<{ playbook: Playbook; replaced?: Playbook }>> {
    const read = await readPlaybookFile(path);
    if (!read.ok) return read;
    const saved = await this.keep(read.value, basename(path));
    return saved.ok ? ok({ playbook: read.value, ...saved.value }) : saved;
  }

  /** Keeps what was made here. It is checked as if it came from elsewhere. */
  async save(content: unknown): Promise<Result<{ replaced?: Playbook }>> {
    const checked = checkPlaybook(content, 'The playbook');
    return checked.ok ? this.keep(checked.value, 'The playbook') : checked;
  }

  remove(id: string): Promise<Result<null>> {
    return this.own.remove(id);
  }

  async export(id: string, path: string): Promise<Result<null>> {
    const found = SHIPPED_PLAYBOOKS.find((one) => one.id === id) ?? (await this.own.find(id));
    return found === undefined
      ? fail('not-found', `There is no playbook “${id}” any more.`, id)
      : writePlaybookFile(found, path);
  }

  private async keep(playbook: Playbook, file: string): Promise<Result<{ replaced?: Playbook }>> {
    if (isShipped(playbook.id)) {
      return fail('invalid-argument', taken(playbook.id, file), playbook.id);
    }
    const replaced = await this.own.find(playbook.id);
    const saved = await this.own.save(playbook);
    return saved.ok ? ok(replaced === undefined ? {} : { replaced }) : saved;
  }
}

const isShipped = (id: string): boolean => SHIPPED_PLAYBOOKS.some((one) => one.id === id);

const taken = (id: string, file: string): string =>
  `${file}: a playbook that comes with Fireline has the id “${id}”; give yours another.`;
