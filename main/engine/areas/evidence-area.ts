import { mkdir, open } from 'node:fs/promises';
import { FailureError } from '#shared/model/result.ts';
import { isSystemError, reasonOf } from '../../casefile/io-failure.ts';
import type { Handlers } from '../handlers.ts';
import { ingest, type IngestParts } from '../ingest.ts';
import type { Jobs } from '../jobs.ts';
import { planIntake } from '../plan-intake.ts';
import { reparse } from '../reparse.ts';
import type { SessionHolder } from '../session-holder.ts';
import type { Workers } from '../workers.ts';

type Calls =
  | 'evidence.plan'
  | 'evidence.ingest'
  | 'evidence.list'
  | 'evidence.issues'
  | 'evidence.bytes'
  | 'evidence.reparse';

export function evidenceArea(
  holder: SessionHolder,
  { workers, jobs, clock }: { workers: Workers; jobs: Jobs; clock: () => number },
): Handlers<Calls> {
  const parts = (signal: AbortSignal): IngestParts => ({
    session: holder.open,
    workers,
    jobs,
    clock,
    signal,
  });
  return {
    'evidence.plan': async ({ paths }, signal) => {
      const disk = holder.current?.folder.layout.folder ?? holder.paths.home;
      await mkdir(disk, { recursive: true });
      return planIntake(paths, disk, signal);
    },
    'evidence.ingest': (request, signal) => ingest(parts(signal), request),
    'evidence.list': () => holder.open.evidence,
    'evidence.issues': ({ evidence, limit }) => {
      const { issues } = holder.open;
      if (evidence === undefined) return issues.all(limit);
      return issues.of(holder.open.item(evidence).index, limit);
    },
    'evidence.bytes': async ({ evidence, offset, length }) => {
      const session = holder.open;
      return readRange(session.pathOf(session.item(evidence)), offset, length);
    },
    'evidence.reparse': (request, signal) => reparse(parts(signal), request),
  };
}

/** The bytes that are there; fewer than asked at the end of the file. */
async function readRange(path: string, offset: number, length: number): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new FailureError({
      code: 'evidence-missing',
      message: `The sealed file cannot be read: ${reasonOf(error).why}. Verify the evidence.`,
      subject: path,
    });
  }
}
