import { parentPort } from 'node:worker_threads';
import { FailureError } from '#shared/model/result.ts';
import { EMPTY_ACCOUNT } from './account.ts';
import type { SinkPort } from './batch-sink.ts';
import { buffersOf } from './event-batch.ts';
import { FileSource } from './file-source.ts';
import {
  ParseControl,
  type ParseJob,
  type ParseMessage,
  type ParseOrder,
} from './parse-protocol.ts';
import { parserById } from './registry.ts';
import { runParser } from './run-parser.ts';

/** Entry of a parse worker: one job at a time, each parsed synchronously while credits last. */

/** Rows wait no longer than this before they are sent, ms: until the first batch, and after it. */
const FIRST_WAIT = 100;
const WAIT = 1_000;

const parent = parentPort;
if (parent === null) throw new Error('parse-worker runs as a worker thread');

const send = (message: ParseMessage, transfer: ArrayBuffer[] = []): void =>
  parent.postMessage(message, transfer);

parent.on('message', ({ job, control }: ParseOrder) => {
  send(run(job, new ParseControl(control)));
});

function run(job: ParseJob, control: ParseControl): ParseMessage {
  const parser = parserById(job.parser);
  if (parser === undefined)
    return failed('not-found', `This version of Fireline has no parser ${job.parser}.`, job.path);
  let source: FileSource;
  try {
    source = new FileSource(job.path, job.size);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed('io', `${job.context.name} could not be opened: ${why}.`, job.path);
  }
  try {
    return { kind: 'done', ...runParser(parser, source, job.context, portTo(control)) };
  } finally {
    source.close();
  }
}

const failed = (code: 'not-found' | 'io', message: string, subject: string): ParseMessage => ({
  kind: 'done',
  account: EMPTY_ACCOUNT,
  failure: { code, message, subject },
});

function portTo(control: ParseControl): SinkPort {
  let deadline = performance.now() + FIRST_WAIT;
  return {
    batch(batch, account) {
      control.take();
      send({ kind: 'batch', batch, account }, buffersOf(batch));
      deadline = performance.now() + WAIT;
    },
    issues(issues) {
      send({ kind: 'issues', issues });
    },
    position(offset) {
      control.position = offset;
    },
    check() {
      control.beat();
      if (control.cancelled)
        throw new FailureError({ code: 'cancelled', message: 'Parsing was cancelled.' });
    },
    due: () => performance.now() >= deadline,
  };
}
