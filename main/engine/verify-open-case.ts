import type { Verification } from '#shared/ipc/cases.ts';
import { VERSION } from '#shared/model/version.ts';
import { toolName } from '../casefile/tool-name.ts';
import { parserById } from '../parse/registry.ts';
import { verificationOf } from '../verify/check.ts';
import { checkEvidence } from '../verify/check-evidence.ts';
import { type SealedFile, sealedFiles } from '../verify/sealed-file.ts';
import { verifyCase } from '../verify/verify-case.ts';
import type { Jobs } from './jobs.ts';
import { runJob } from './run-job.ts';
import type { Session } from './session.ts';
import { unwrap } from './unwrap.ts';

/**
 * Checks the open case: logs, reports and (with `evidence`) every sealed byte. What is found goes into the ledger, and
 * a mismatch raises the alarm.
 */
export function verifyOpenCase(
  parts: { readonly jobs: Jobs; readonly session: Session; readonly signal: AbortSignal },
  evidence: boolean,
  alarm: (message: string, subject: string) => void,
): Promise<Verification> {
  const { session } = parts;
  const { folder } = session;
  const title = evidence ? 'Verifying all evidence' : 'Verifying the logs';
  return runJob(parts, 'verify', title, async (job, signal) => {
    const files = [...sealedFiles(folder.ledger.records, folder.layout).values()];
    const options = {
      parserById,
      signal,
      progress: (bytesDone: number, bytesTotal: number) => job.progress({ bytesDone, bytesTotal }),
    };
    const sealed = evidence ? await checkEvidence(files, options) : [];
    const rest = await verifyCase(folder.layout.folder, { ...options, evidence: false });
    const found = verificationOf([...sealed, ...rest.checks]);
    if (evidence && folder.readOnly === undefined) await record(session, files, sealed);
    const wrong = found.checks.filter(({ pass }) => !pass);
    for (const { subject, detail } of wrong) alarm(`${subject}: ${detail}.`, folder.layout.folder);
    return {
      value: found,
      outcome: found.intact
        ? `Intact: all ${found.checks.length} checks passed.`
        : `NOT intact: ${wrong.length} of ${found.checks.length} checks failed.`,
    };
  });
}

async function record(
  session: Session,
  files: readonly SealedFile[],
  checks: Verification['checks'],
): Promise<void> {
  const altered = files.flatMap(({ index, sha256 }, n) => {
    const check = checks[n];
    return check === undefined || check.pass
      ? []
      : [{ index: session.item(index).index, sha256, detail: check.detail }];
  });
  const to = Math.max(0, ...files.map(({ index }) => index + 1));
  unwrap(
    await session.folder.ledger.append({
      kind: 'evidence-verified',
      body: {
        from: 0,
        to,
        bytes: files.reduce((sum, { size }) => sum + size, 0),
        altered,
        tool: toolName(VERSION),
      },
    }),
  );
  session.tell.evidenceChanged(files.map(({ index }) => session.item(index).index));
}
