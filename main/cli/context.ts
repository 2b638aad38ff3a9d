import { resolve } from 'node:path';
import type { EventFilter } from '#shared/ipc/events.ts';
import type { PrintRequest } from '#shared/ipc/bridge.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Engine } from '../engine/engine.ts';
import type { Output } from './output.ts';
import type { Invocation } from './usage.ts';
import { readMoment } from './when.ts';

/** What every command is given. */
export interface CommandContext {
  readonly engine: Engine;
  readonly output: Output;
  readonly signal: AbortSignal;
  readonly invocation: Invocation;
  /** Prints a document to a PDF file; it takes a hidden window of the app. */
  readonly printPdf: (request: PrintRequest) => Promise<void>;
}

/** 0 done · 1 the answer is no · 2 wrong usage · 3 an input or I/O error. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Wrong usage found by a command itself; printed as one line, exit 2. */
export class UsageError extends Error {}

export type Run = (context: CommandContext) => Promise<ExitCode>;

export const argument = (context: CommandContext, position: number): string =>
  context.invocation.positionals[position] ?? '';

export function required(context: CommandContext, option: string): string {
  const value = context.invocation.text(option);
  if (value === undefined || value === '') throw new UsageError(`--${option} is needed`);
  return value;
}

export function choice<const T extends string>(
  context: CommandContext,
  option: string,
  allowed: readonly [T, ...T[]],
): T {
  const value = context.invocation.text(option) ?? allowed[0];
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${option} takes ${allowed.join(', ')}`);
  return found;
}

function moment(context: CommandContext, option: string): bigint | undefined {
  const text = context.invocation.text(option);
  if (text === undefined) return undefined;
  const instant = readMoment(text);
  if (instant === undefined) {
    throw new UsageError(`--${option}: “${text}” is not a time; write 2026-05-12T09:12:04Z`);
  }
  return instant;
}

export function eventFilter(context: CommandContext): EventFilter {
  const from = moment(context, 'from');
  const to = moment(context, 'to');
  return {
    query: context.invocation.text('query') ?? '',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Opens the case, and waits until what an earlier run left unfinished is in: results must not depend on that. */
export async function openCase(context: CommandContext, writing: boolean): Promise<void> {
  const { engine, signal } = context;
  const info = await engine.call('cases.open', { folder: resolve(argument(context, 0)) });
  if (writing && info.readOnly !== undefined) {
    throw new FailureError({ code: 'case-read-only', message: info.readOnly.reason });
  }
  await jobsDone(engine, signal);
}

async function jobsDone(engine: Engine, signal: AbortSignal): Promise<void> {
  const running = async (): Promise<boolean> =>
    (await engine.call('jobs.list', {})).some(({ state }) => state === 'running');
  const stopped = once(signal);
  while (await running()) {
    let off = (): void => undefined;
    const ended = new Promise<void>((done) => {
      off = engine.on('job', ({ state }) => state === 'running' || done());
    });
    // One that ended between being asked for and being listened to is seen by asking again.
    if (await running()) await Promise.race([ended, stopped]);
    off();
    if (signal.aborted) {
      throw new FailureError({
        code: 'cancelled',
        message: 'Interrupted; the rest is taken up later.',
      });
    }
  }
}

const once = (signal: AbortSignal): Promise<void> =>
  new Promise((resolved) => {
    if (signal.aborted) resolved();
    else signal.addEventListener('abort', () => resolved(), { once: true });
  });
