import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Verification } from '#shared/ipc/cases.ts';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import { containerKind } from '../evidence/containers/container.ts';
import { readHead } from '../evidence/read-head.ts';
import { failed, verificationOf } from './check.ts';
import { verifyBundle } from './verify-bundle.ts';
import { verifyCase } from './verify-case.ts';
import { verifyPack, type VerifyOptions } from './verify-pack.ts';

/**
 * Verifies whatever lies at a path: a case folder, a bundle, or a proof pack (with the case `folder` it speaks of).
 * Writes nothing to any of them, so that it can be done by anybody, anywhere, and as often as wanted.
 * @throws FailureError cancelled
 */
export async function verifyPath(
  path: string,
  options: VerifyOptions & { readonly folder?: string },
): Promise<Verification> {
  try {
    if ((await stat(path)).isDirectory()) return await verifyCase(path, options);
    if (containerKind(await readHead(path, 16)) === 'zip') return await verifyBundle(path, options);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return verificationOf([
      failed('pack', basename(path), `cannot be read: ${reasonOf(error).why}`),
    ]);
  }
  return verifyPack(path, options);
}
