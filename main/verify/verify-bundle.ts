import { mkdir, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Verification } from '#shared/ipc/cases.ts';
import { FailureError } from '#shared/model/result.ts';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import type { Member } from '../evidence/containers/container.ts';
import { LimitError, LIMITS, Meter } from '../evidence/containers/limits.ts';
import { zipMembers } from '../evidence/containers/zip.ts';
import { type Check, failed, verificationOf } from './check.ts';
import { verifyCase } from './verify-case.ts';
import type { VerifyOptions } from './verify-pack.ts';

const BLOCK = 2 ** 20;

/** What a bundle may hold (docs/format/bundle.md). Nothing else of it is written anywhere. */
const CARRIED =
  /^(?:case\.json|heads\.json|(?:ledger|work)\.jsonl(?:\.torn-\d+)?|evidence\/[0-9a-f]{2}\/[0-9a-f]{64})$/;
const REPORT = /^reports(?:\/(?!\.{1,2}(?:\/|$))[^/\\:\p{Cc}]+)+$/u;

/**
 * Verifies a case that travels as a bundle: unpacks it to a scratch folder, which is gone afterwards, and verifies that.
 * @throws FailureError cancelled
 */
export async function verifyBundle(path: string, options: VerifyOptions): Promise<Verification> {
  const scratch = await mkdtemp(join(tmpdir(), 'fireline-bundle-'));
  try {
    const troubles = await unpack(path, scratch, options.signal);
    const found = await verifyCase(scratch, options);
    return verificationOf([...troubles, ...found.checks]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @returns what is wrong with the bundle as a container */
async function unpack(
  path: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<readonly Check[]> {
  const subject = basename(path);
  const checks: Check[] = [];
  const wrong = (why: string): void => void checks.push(failed('pack', subject, why));
  const { bavail, bsize } = await statfs(folder);
  // Logs deflate well, and a bundle may be nothing but logs: only the disk is a limit.
  const limits = { ...LIMITS, ratio: Number.POSITIVE_INFINITY };
  const meter = new Meter(limits, Number.POSITIVE_INFINITY, bavail * bsize);
  const members = zipMembers(path);
  try {
    for (;;) {
      const next = await members.next();
      if (next.done === true) {
        if (next.value.trouble !== undefined) wrong(next.value.trouble);
        return checks;
      }
      meter.member();
      const why = await unpackMember(next.value, folder, meter, signal);
      if (why !== undefined) wrong(`${next.value.name}: ${why}`);
    }
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    wrong(`${error.message} (unpacked in ${tmpdir()})`);
    return checks;
  } finally {
    await members.return({});
  }
}

async function unpackMember(
  member: Member,
  folder: string,
  meter: Meter,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (!CARRIED.test(member.name) && !REPORT.test(member.name)) return 'does not belong in a bundle';
  if (member.kind === 'refused') return member.why;
  const target = join(folder, ...member.name.split('/'));
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(target, 'wx', 0o600);
    try {
      const block = Buffer.alloc(BLOCK);
      for (;;) {
        if (signal?.aborted === true) {
          throw new FailureError({ code: 'cancelled', message: 'Verification was cancelled.' });
        }
        const length = await member.read(block);
        if (length === 0) break;
        meter.add(length);
        await file.writeFile(block.subarray(0, length));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'EEXIST'
      ? 'is in it twice'
      : `cannot be unpacked: ${reasonOf(error).why}`;
  }
  return member.damage();
}
