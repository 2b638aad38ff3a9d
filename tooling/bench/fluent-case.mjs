import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { actsOf } from './fluent-acts.mjs';
import { writeEvents } from './fluent-events.mjs';
import { entityNames } from './fluent-names.mjs';

/** What a case is made by; when one of them changes, it is made again. */
const MADE_BY = ['acts', 'case', 'events', 'names', 'report'];
const AT_ONCE = 2_000;

/** Ids of events that are cited. */
const CITED = 2_000;

/**
 * @typedef {object} MadeCase
 * @property {string} home where cases lie
 * @property {string} userData with the key that signed them
 */

/**
 * Cases of the given sizes in one home, through the real command line and the real work log: evidence is sealed and
 * parsed, every act is an operation that is sealed, signed and on disk. Kept until what makes them changes.
 * @param {string} root
 * @param {string} scratch
 * @param {Readonly<Record<string, import('./fluent-acts.mjs').CaseSize>>} sizes by the cases' titles
 * @param {(text: string) => void} say
 * @returns {Promise<MadeCase>}
 */
export async function madeCases(root, scratch, sizes, say) {
  const digest = createHash('sha256').update(JSON.stringify(sizes));
  for (const part of MADE_BY)
    digest.update(readFileSync(join(import.meta.dirname, `fluent-${part}.mjs`)));
  const folder = join(scratch, `cases-${digest.digest('hex').slice(0, 16)}`);
  const made = { home: join(folder, 'home'), userData: join(folder, 'user-data') };
  const mark = join(folder, 'made');
  if (existsSync(mark)) return made;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(made.home, { recursive: true });
  const parts = join(scratch, 'parts');
  await bundle('work', parts);
  for (const [title, size] of Object.entries(sizes)) {
    const begun = performance.now();
    const ops = await makeCase({ root, parts, ...made }, title, size);
    say(
      `“${title}”: ${ops} operations, made in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
  }
  writeFileSync(mark, '');
  return made;
}

/**
 * @param {MadeCase & { readonly root: string, readonly parts: string }} place
 * @param {string} title
 * @param {import('./fluent-acts.mjs').CaseSize} size
 */
async function makeCase({ root, parts, home, userData }, title, size) {
  const cli = (/** @type {readonly string[]} */ args) =>
    execFileSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, FIRELINE_HOME: home, FIRELINE_USER_DATA: userData },
      maxBuffer: 256_000_000,
    });
  const folder = join(home, `${title}.fireline`);
  const names = entityNames(size.entities);
  const log = join(home, `${title}.jsonl`);
  writeEvents(log, size.events, names.seen);
  cli(['new', folder, '--title', title, '--analyst', 'Ada']);
  cli(['ingest', folder, log, '--source', 'bench', '--reason', 'bench']);
  const step = Math.max(1, Math.floor(size.events / CITED));
  const ids = cli(['events', folder, '--format', 'jsonl', '--fields', 'id'])
    .trim()
    .split('\n')
    .filter((_, n) => n % step === 0)
    .map((line) => String(JSON.parse(line).id));

  const load = (/** @type {string} */ part) =>
    import(pathToFileURL(join(parts, `${part}.js`)).href);
  const [{ rankBetween }, { entityId }, { PHASES }, { RESPONSE_PHASES }, { TASK_STATES }] =
    await Promise.all(['rank', 'entity-key', 'board', 'fields', 'task'].map(load));
  const acts = actsOf(size, names, ids, {
    rankBetween,
    entityId,
    phases: PHASES,
    responsePhases: RESPONSE_PHASES,
    taskStates: TASK_STATES,
  });
  await write({ folder, userData, load }, acts);
  return acts.length;
}

/**
 * @param {{ folder: string, userData: string, load: (part: string) => Promise<any> }} place
 * @param {readonly import('./fluent-acts.mjs').Body[]} acts
 */
async function write({ folder, userData, load }, acts) {
  const [
    { CaseFolder },
    { loadIdentity },
    { OpReading },
    { CaseWorkLog },
    { sealOp },
    { nextHlc },
  ] = await Promise.all(
    ['case-folder', 'identity', 'op-reading', 'work-log', 'seal', 'hlc'].map(load),
  );
  const signer = valueOf(await loadIdentity(userData));
  const reading = new OpReading();
  const alarm = (/** @type {string} */ message) => {
    throw new Error(message);
  };
  const opened = valueOf(
    await CaseFolder.open(
      { signer, clock: Date.now, tool: 'Fireline bench', alarm },
      { folder, visitWork: (/** @type {unknown} */ entry) => reading.visit(entry) },
    ),
  );
  const caseId = opened.file.id;
  const node = 'be4c4001';
  const work = new CaseWorkLog({
    caseId,
    analyst: signer.analyst,
    store: opened.work,
    reading,
    clock: Date.now,
    node,
  });
  const last = work.list().at(-1);
  let clock = last?.clock;
  let after = last === undefined ? [] : [last.id];
  const ops = acts.map((body) => {
    clock = nextHlc(clock, Date.now(), node);
    const op = valueOf(sealOp({ case: caseId, clock, after, analyst: signer.analyst.id, body }));
    after = [op.id];
    return op;
  });
  for (let at = 0; at < ops.length; at += AT_ONCE) {
    valueOf(await work.append(ops.slice(at, at + AT_ONCE)));
  }
  valueOf(await opened.close());
}

/** @param {{ ok: true, value: any } | { ok: false, failure: { message: string } }} result */
function valueOf(result) {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
