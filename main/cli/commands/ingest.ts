import { counted } from '#shared/work/number-text.ts';
import { resolve } from 'node:path';
import type { IngestedFile, JobProgress } from '#shared/ipc/evidence.ts';
import { openCase, type Run } from '../context.ts';
import { FAILED, fileRecord, fileText } from '../file-text.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function progressLine(job: JobProgress): string {
  const percent = job.bytesTotal > 0 ? Math.floor((100 * job.bytesDone) / job.bytesTotal) : 0;
  const left = job.secondsLeft === undefined ? '' : `, ${Math.ceil(job.secondsLeft)} s left`;
  return `${String(percent).padStart(3)} %  ${megabytes(job.bytesDone)} of ${megabytes(job.bytesTotal)}, ${megabytes(job.bytesPerSecond)}/s, ${job.events.toLocaleString('en')} events${left}`;
}

export const run: Run = async (context) => {
  await openCase(context, true);
  const { invocation, output } = context;
  const paths = invocation.positionals.slice(1).map((path) => resolve(path));
  const zone = invocation.text('zone');
  const off = context.engine.on('job', (job) => {
    if (job.kind === 'ingest' && job.state === 'running') output.progress(progressLine(job));
  });
  const outcome = await context.engine
    .call(
      'evidence.ingest',
      {
        paths,
        source: invocation.text('source') ?? 'not stated',
        reason: invocation.text('reason') ?? 'not stated',
        custody: invocation.flag('reference') ? 'reference' : 'copy',
        ...(zone === undefined ? {} : { zone }),
      },
      context.signal,
    )
    .finally(off);
  for (const file of outcome.files) {
    output.say(fileText(file));
    output.json(fileRecord(file));
  }
  const total = (pick: (file: IngestedFile) => number): number =>
    outcome.files.reduce((sum, file) => sum + pick(file), 0);
  const failed = outcome.files.filter((file) => FAILED.has(file.status)).length;
  const summary = {
    files: outcome.files.length,
    failed,
    cancelled: outcome.cancelled,
    records: total((file) => file.records),
    events: total((file) => file.events),
    issues: total((file) => file.issues),
    bytes: total((file) => file.size),
  };
  output.json({ summary });
  output.say(
    `${counted(summary.files, 'file')}, ${megabytes(summary.bytes)}, ${counted(summary.events, 'event')}, ${counted(summary.issues, 'issue')}${outcome.cancelled ? '; cancelled, what was whole is kept' : ''}`,
  );
  return outcome.cancelled || failed > 0 ? 3 : 0;
};
