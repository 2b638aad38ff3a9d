import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Verification } from '#shared/ipc/cases.ts';
import { isSystemError } from '../casefile/io-failure.ts';
import { PACK_SUFFIX } from '../report/proof/proof-pack.ts';
import { readCaseRecord } from './case-record.ts';
import { failed, verificationOf } from './check.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkPack, type VerifyOptions } from './verify-pack.ts';

/**
 * Verifies a whole case folder: both logs line by line, every sealed byte, and each proof pack among its reports.
 * Writes nothing. Whatever a hostile folder holds becomes a failed check.
 * @throws FailureError cancelled
 */
export async function verifyCase(
  folder: string,
  options: VerifyOptions & { readonly evidence?: boolean },
): Promise<Verification> {
  const read = await readCaseRecord(folder);
  if (!read.ok) {
    return verificationOf([failed('ledger', basename(folder), read.failure.message)]);
  }
  const record = read.value;
  const evidence =
    options.evidence === false ? [] : await checkEvidence([...record.files.values()], options);
  const packs = await packsIn(record.layout.reports);
  const proofs = [];
  for (const pack of packs) proofs.push(...(await checkPack(pack, record, options.parserById)));
  return verificationOf([...record.checks, ...evidence, ...proofs]);
}

async function packsIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(PACK_SUFFIX))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
