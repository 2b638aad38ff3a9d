import { lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { verify as verifySignature } from 'node:crypto';
import type { Verification } from '#shared/ipc/cases.ts';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import { analystIdOf, readPublicKey } from '../casefile/signing-key.ts';
import {
  packMessage,
  type ProofBody,
  type ProofPack,
  readPack,
} from '../report/proof/proof-pack.ts';
import { type CaseRecord, readCaseRecord } from './case-record.ts';
import { type Check, failed, passed, unchecked, verificationOf } from './check.ts';
import { checkCitations } from './check-citations.ts';
import { checkEvidence, type HashingOptions } from './check-evidence.ts';
import type { ParserById } from './extract.ts';
import { fileDigest, sha256Of } from './digest.ts';

export interface VerifyOptions extends HashingOptions {
  /** By which cited records are read again. */
  readonly parserById: ParserById;
}

/** Packs are a few hundred bytes a citation. */
const LARGEST_PACK = 512 * 2 ** 20;

/**
 * Verifies a proof pack: its signature, the report files beside it and, with the case folder (given, or found beside
 * it), the logs, the evidence and each cited record. Without the folder what needs it is said to be unchecked.
 * @throws FailureError cancelled
 */
export async function verifyPack(
  path: string,
  options: VerifyOptions & { readonly folder?: string },
): Promise<Verification> {
  const folder = options.folder ?? (await caseBeside(path));
  const loaded = await loadPack(path);
  if (!loaded.ok) return verificationOf([loaded.check]);
  if (folder === undefined) {
    const own = await ownChecks(path, loaded.pack);
    return verificationOf([...own, ...withoutCase(loaded.pack)]);
  }
  const record = await readCaseRecord(folder);
  if (!record.ok) {
    const own = await ownChecks(path, loaded.pack);
    const check = failed('ledger', basename(folder), record.failure.message);
    return verificationOf([...own, check, ...withoutCase(loaded.pack)]);
  }
  const named = new Set(loaded.pack.evidence.map(({ sha256 }) => sha256));
  const files = [...record.value.files.values()].filter(({ sha256 }) => named.has(sha256));
  const evidence = await checkEvidence(files, options);
  const checks = await checkPack(path, record.value, options.parserById);
  return verificationOf([...record.value.checks, ...evidence, ...checks]);
}

/** All that is to be said of one pack against a case whose logs have been read. */
export async function checkPack(
  path: string,
  record: CaseRecord,
  parserById: ParserById,
): Promise<readonly Check[]> {
  const loaded = await loadPack(path);
  if (!loaded.ok) return [loaded.check];
  const { pack, bytes } = loaded;
  const sealing = sealingOf(bytes, record);
  return [
    ...(await ownChecks(path, pack)),
    ...againstCase(basename(path), pack, sealing !== undefined, record),
    ...(await checkCitations(pack, record.files, parserById, sealing?.body.packKey)),
  ];
}

/** The ledger's entry on this very pack. */
function sealingOf(pack: Uint8Array, { records }: CaseRecord) {
  const digest = sha256Of(pack);
  return records
    .filter((entry) => entry.kind === 'report-sealed')
    .find(({ body }) => body.packSha256 === digest);
}

type LoadedPack =
  | { readonly ok: true; readonly pack: ProofPack; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly check: Check };

async function loadPack(path: string): Promise<LoadedPack> {
  const subject = basename(path);
  const fail = (why: string): LoadedPack => ({ ok: false, check: failed('pack', subject, why) });
  try {
    const stat = await lstat(path);
    if (!stat.isFile()) return fail('is not a plain file');
    if (stat.size > LARGEST_PACK) return fail(`is too large for a proof pack (${stat.size} bytes)`);
    const bytes = await readFile(path);
    const read = readPack(bytes);
    return read.ok ? { ok: true, pack: read.pack, bytes } : fail(`the pack ${read.why}`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail(`cannot be read: ${reasonOf(error).why}`);
  }
}

/** What needs no case: the signature and the files of the report. */
async function ownChecks(path: string, pack: ProofPack): Promise<readonly Check[]> {
  const checks: Check[] = [signatureCheck(basename(path), pack)];
  for (const file of pack.report.files) checks.push(await fileCheck(dirname(path), file));
  return checks;
}

function signatureCheck(subject: string, { sig, ...body }: ProofPack): Check {
  const { id, name, publicKey } = body.key;
  const key = readPublicKey(publicKey);
  if (key === undefined || analystIdOf(key) !== id) {
    return failed('pack', subject, 'the key in it is not the key it names');
  }
  return verifySignature(null, packMessage(body), key, Buffer.from(sig, 'hex'))
    ? passed('pack', subject, `signed by ${name}, key ${id}, at ${body.madeAt}`)
    : failed('pack', subject, 'is not what was signed');
}

async function fileCheck(
  folder: string,
  { name, size, sha256 }: ProofBody['report']['files'][number],
): Promise<Check> {
  const path = join(folder, name);
  try {
    const stat = await lstat(path);
    if (!stat.isFile()) return failed('report', name, 'is not a plain file');
    if (stat.size !== size) {
      return failed('report', name, `has ${stat.size} bytes, ${size} were sealed`);
    }
    const now = await fileDigest(path);
    return now.sha256 === sha256
      ? passed('report', name, `${size} bytes, SHA-256 ${sha256} as sealed`)
      : failed('report', name, `SHA-256 is ${now.sha256}, ${sha256} was sealed`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT'
      ? unchecked('report', name, 'is not beside the pack')
      : failed('report', name, `cannot be read: ${reasonOf(error).why}`);
  }
}

/** That the pack is of this case, by one of its analysts, and within both of its logs. */
function againstCase(
  subject: string,
  pack: ProofPack,
  sealed: boolean,
  record: CaseRecord,
): readonly Check[] {
  if (pack.case.id !== record.id) {
    return [failed('pack', subject, `is of case ${pack.case.id}, this is ${record.id}`)];
  }
  const checks = [
    record.keys.has(pack.key.id)
      ? passed('pack', subject, 'its key is one of the case’s analysts')
      : failed('pack', subject, 'its key is none of the case’s analysts'),
    headCheck('ledger', pack.ledger, record),
    headCheck('work', pack.work, record),
  ];
  checks.push(
    sealed
      ? passed('ledger', subject, 'the ledger records the sealing of this very pack')
      : failed('ledger', subject, 'the ledger does not record this pack'),
  );
  return checks;
}

function headCheck(log: 'ledger' | 'work', head: ProofBody['ledger'], record: CaseRecord): Check {
  const what = log === 'ledger' ? 'ledger' : 'work-log';
  const subject = `${what} at line ${head.lines}`;
  const found = record.hashAt(log, head.lines);
  if (found === head.hash) return passed(what, subject, 'the report’s head is in the log');
  return failed(
    what,
    subject,
    found === undefined
      ? `the log has no such line any more, or not one that is proven`
      : `the line’s hash is ${found}, the report names ${head.hash}`,
  );
}

function withoutCase(pack: ProofPack): readonly Check[] {
  const why = 'the case folder is not at hand; give it with --case';
  return [
    unchecked('ledger', `ledger at line ${pack.ledger.lines}`, why),
    unchecked('work-log', `work-log at line ${pack.work.lines}`, why),
    ...pack.evidence.map(({ name }) => unchecked('evidence', name, why)),
    ...pack.citations.map(({ number }) => unchecked('citation', number, why)),
    ...pack.unresolved.map(({ number, event, why: then }) =>
      failed('citation', number, `${event} did not resolve when the report was made: ${then}`),
    ),
  ];
}

/** The case folder a pack lies in: its reports folder's parent, or its own. */
async function caseBeside(path: string): Promise<string | undefined> {
  const own = dirname(path);
  for (const folder of [dirname(own), own]) {
    try {
      const stat = await lstat(join(folder, 'case.json'));
      if (stat.isFile()) return folder;
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  return undefined;
}
