import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseInfo } from '#shared/model/case.ts';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { FailureError } from '#shared/model/result.ts';
import { workSample } from '../sample/worked-analysis.ts';
import { writeSampleEvidence } from '../sample/write-sample.ts';
import type { EnginePaths } from './engine-paths.ts';

const SAMPLE = 'Sample: the Lindholm intrusion';
const FOLDER = 'sample.fireline';

/**
 * The sample case: made on this machine the first time, with its evidence beside it to be looked at or dropped again,
 * then only opened. It answers when everything is in; what goes on is shown by the job of the intake.
 */
export async function openSample(
  engine: Pick<EngineClient, 'call'>,
  paths: EnginePaths,
): Promise<CaseInfo> {
  const folder = join(paths.home, FOLDER);
  if (await isThere(join(folder, 'case.json'))) return engine.call('cases.open', { folder });
  const evidence = await writeSampleEvidence(join(paths.home, 'sample-evidence'));
  await engine.call('cases.create', { title: SAMPLE, folder });
  const outcome = await engine.call('evidence.ingest', {
    paths: evidence,
    source: 'Generated on this machine by Fireline',
    reason: 'A case to look around in',
    custody: 'copy',
    zone: 'UTC',
  });
  if (outcome.cancelled) {
    throw new FailureError({
      code: 'cancelled',
      message: 'The sample case is there, but not all of it: reading its evidence was cancelled.',
    });
  }
  await workSample(engine);
  const info = await engine.call('cases.current', {});
  if (info !== null) return info;
  throw new FailureError({ code: 'case-not-open', message: 'The sample case was closed.' });
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
