import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplateSummary } from '#shared/ipc/report.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { compareText } from '#shared/report/numbering.ts';
import { replaceFile } from '../../casefile/durable-file.ts';
import { ioFailure, isSystemError } from '../../casefile/io-failure.ts';
import { SHIPPED_TEMPLATES } from './shipped-templates.ts';
import { readTemplateText, type TemplateFile, templateText } from './template-file.ts';

/** A template is text that a person wrote. */
const LARGEST = 4 * 2 ** 20;
const OWN = 'own-';

/** The templates a report can be begun from: what is shipped, and the analyst's own in a folder beside their key. */
export class TemplateShelf {
  constructor(private readonly folder: string) {}

  async list(): Promise<readonly TemplateSummary[]> {
    const own: TemplateSummary[] = [];
    for (const id of await this.ownIds()) {
      const read = await this.read(id);
      // One that was damaged by hand is not offered; reading it by name says why.
      if (read.ok) own.push(summaryOf(id, read.value));
    }
    return [
      ...[...SHIPPED_TEMPLATES].map(([id, template]) => summaryOf(id, template)),
      ...own.sort((a, b) => compareText(a.title, b.title) || compareText(a.id, b.id)),
    ];
  }

  async read(id: string): Promise<Result<TemplateFile>> {
    const shipped = SHIPPED_TEMPLATES.get(id);
    if (shipped !== undefined) return ok(shipped);
    const own = await this.ownIds();
    if (!own.includes(id)) {
      const known = [...SHIPPED_TEMPLATES.keys(), ...own].join(', ');
      return fail('not-found', `There is no template “${id}”; there are: ${known}.`, id);
    }
    return readTemplateFile(this.pathOf(id));
  }

  /** Keeps a template under an id made of its title; one of the same title is replaced. */
  async keep(template: TemplateFile): Promise<Result<TemplateSummary>> {
    const id = `${OWN}${slug(template.title)}`;
    try {
      await mkdir(this.folder, { recursive: true });
      await replaceFile(this.pathOf(id), templateText(template), 0o600);
    } catch (error) {
      return { ok: false, failure: ioFailure(error, 'The template cannot be kept', this.folder) };
    }
    return ok(summaryOf(id, template));
  }

  async remove(id: string): Promise<Result<null>> {
    if (SHIPPED_TEMPLATES.has(id)) {
      return fail('not-permitted', 'Templates that are shipped stay.', id);
    }
    if (!(await this.ownIds()).includes(id)) {
      return fail('not-found', `There is no template “${id}”.`, id);
    }
    await rm(this.pathOf(id), { force: true });
    return ok(null);
  }

  async exportTo(id: string, path: string): Promise<Result<null>> {
    const read = await this.read(id);
    if (!read.ok) return read;
    try {
      await replaceFile(path, templateText(read.value));
    } catch (error) {
      return { ok: false, failure: ioFailure(error, 'The template cannot be written', path) };
    }
    return ok(null);
  }

  async importFrom(path: string): Promise<Result<TemplateSummary>> {
    const read = await readTemplateFile(path);
    return read.ok ? this.keep(read.value) : read;
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}.json`);
  }

  private async ownIds(): Promise<readonly string[]> {
    try {
      return (await readdir(this.folder))
        .filter((name) => /^own-[a-z0-9-]{1,50}\.json$/.test(name))
        .map((name) => name.slice(0, -'.json'.length))
        .sort();
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return [];
      throw error;
    }
  }
}

async function readTemplateFile(path: string): Promise<Result<TemplateFile>> {
  try {
    const { size } = await lstat(path);
    if (size > LARGEST) return fail('too-large', 'The template is larger than 4 MiB.', path);
    const read = readTemplateText(await readFile(path, 'utf8'));
    return read.ok ? read : fail(read.failure.code, `The template ${read.failure.message}.`, path);
  } catch (error) {
    return { ok: false, failure: ioFailure(error, 'The template cannot be read', path) };
  }
}

const summaryOf = (id: string, { title, summary }: TemplateFile): TemplateSummary => ({
  id,
  title,
  summary,
  own: id.startsWith(OWN),
});

/** Letters and digits of a title, to name a file by. */
const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '') || 'template';
