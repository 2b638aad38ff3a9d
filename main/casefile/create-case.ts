import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CASE_FORMAT } from '#shared/model/case.ts';
import type { CaseId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import type { CaseEnvironment } from './case-folder.ts';
import { CaseFolder } from './case-folder.ts';
import { writeCaseFile } from './case-json.ts';
import { caseLayout } from './case-layout.ts';
import { syncFolder } from './durable-file.ts';
import { CASE_SUFFIX, folderNameFor } from './folder-name.ts';
import { HeadsKeeper } from './heads.ts';
import { ioFailure, isSystemError } from './io-failure.ts';
import { Ledger } from './ledger.ts';
import { SignedLog } from './signed-log.ts';
import { KeyRing } from './signing-key.ts';

export interface NewCase {
  readonly title: string;
  /** Where to put it: a folder that does not exist or is empty. */
  readonly folder?: string;
  /** Without `folder`: the folder in which one named after the title is made. */
  readonly home: string;
}

/** Makes a case folder and opens it. It appears as a whole or not at all. */
export async function createCase(
  environment: CaseEnvironment,
  request: NewCase,
): Promise<Result<CaseFolder>> {
  const title = request.title.trim();
  if (title === '') return fail('invalid-argument', 'A case needs a title.');
  let folder = '';
  let building: string | undefined;
  try {
    const chosen = await chooseFolder(request);
    if (!chosen.ok) return chosen;
    folder = chosen.value;
    const parent = dirname(folder);
    await mkdir(parent, { recursive: true });
    building = join(parent, `.${basename(folder)}.${randomUUID()}`);
    await mkdir(building);
    const built = await build(environment, building, title);
    if (!built.ok) return built;
    // An empty folder may be in the way; Windows does not replace it.
    if ((await contentOf(folder)) !== undefined) await rmdir(folder);
    await rename(building, folder);
    building = undefined;
    await syncFolder(parent);
  } catch (error) {
    return { ok: false, failure: ioFailure(error, 'The case cannot be made', folder) };
  } finally {
    if (building !== undefined) await rm(building, { recursive: true, force: true });
  }
  return CaseFolder.open(environment, { folder });
}

async function chooseFolder({ title, folder, home }: NewCase): Promise<Result<string>> {
  if (folder !== undefined) {
    const path = resolve(folder);
    const content = await contentOf(path);
    if (content === undefined || content.length === 0) return ok(path);
    return fail('case-exists', `There is already something in ${path}.`, path);
  }
  const name = folderNameFor(title);
  for (let n = 1; ; n++) {
    const path = join(resolve(home), `${n === 1 ? name : `${name} ${n}`}${CASE_SUFFIX}`);
    if ((await contentOf(path)) === undefined) return ok(path);
  }
}

/** Names in a folder; undefined when nothing is there. */
async function contentOf(path: string): Promise<string[] | undefined> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function build(
  environment: CaseEnvironment,
  folder: string,
  title: string,
): Promise<Result<null>> {
  const { signer, clock, tool } = environment;
  const layout = caseLayout(folder);
  for (const path of [layout.evidence, layout.incoming, layout.reports]) await mkdir(path);
  const id = randomUUID() as CaseId;
  const common = { caseId: id, keys: new KeyRing([signer.analyst]) };
  const ledger = await Ledger.open({ ...common, path: layout.ledger });
  if (!ledger.ok) return ledger;
  const work = await SignedLog.open({
    ...common,
    path: layout.work,
    name: 'work',
    visit: () => undefined,
  });
  if (!work.ok) return work;
  for (const log of [ledger.value.log, work.value]) {
    const started = await log.startWriting({ signer, clock });
    if (!started.ok) return started;
  }
  const body = { case: id, title, format: CASE_FORMAT, analyst: signer.analyst, tool };
  const written = await ledger.value.append({ kind: 'case-created', body });
  await Promise.all([ledger.value.log.close(), work.value.close()]);
  if (!written.ok) return written;
  const [first] = written.value;
  if (first === undefined) throw new Error('the ledger has no first line');
  await writeCaseFile(layout.caseFile, {
    fireline: 'case',
    format: CASE_FORMAT,
    id,
    title,
    createdAt: first.at,
    createdWith: tool,
    analysts: [signer.analyst],
  });
  const heads = new HeadsKeeper(layout.heads, signer, {
    ledger: ledger.value.log.head,
    work: work.value.head,
  });
  await heads.flush();
  await syncFolder(layout.evidence);
  await syncFolder(folder);
  return ok(null);
}
