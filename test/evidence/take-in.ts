import { createReadStream } from 'node:fs';
import type { IngestRequest, IngestedFile } from '#shared/ipc/evidence.ts';
import type { CaseFolder } from '#main/casefile/case-folder.ts';
import type { LedgerBody, LedgerKind } from '#main/casefile/ledger-entries.ts';
import type { Hasher } from '#main/evidence/hasher.ts';
import { Intake, type IntakeResult } from '#main/evidence/intake.ts';
import type { IntakeParts, IntakeWatcher } from '#main/evidence/intake-parts.ts';
import type { Parsed, SealedEvidence } from '#main/evidence/sealed-evidence.ts';
import type { UnfinishedIntake } from '#main/evidence/unfinished.ts';

export const quiet: IntakeWatcher = {
  found: () => undefined,
  reading: () => undefined,
  read: () => undefined,
  sealed: () => undefined,
  ended: () => undefined,
};

/** Reads a file for its lines, as a parser would, so that “read twice” can be told from “read once”. */
export async function countLines(file: SealedEvidence, signal: AbortSignal): Promise<Parsed> {
  let lines = 0;
  let bytes = 0;
  for await (const block of createReadStream(file.path) as AsyncIterable<Buffer>) {
    if (signal.aborted) return { state: 'partial', seconds: 0 };
    lines += block.filter((byte) => byte === 0x0a).length;
    bytes += block.length;
  }
  return {
    state: 'done',
    format: 'lines',
    seconds: 0,
    coverage: {
      bytes: { parsed: bytes, skipped: 0, unexplained: 0 },
      skippedBy: {},
      records: lines,
      events: lines,
      recovered: 0,
      issues: 0,
      fraction: 1,
    },
  };
}

export const requestFor = (
  paths: readonly string[],
  more: Partial<IngestRequest> = {},
): IngestRequest => ({ paths, source: 'a stick', reason: 'a test', custody: 'copy', ...more });

export interface IntakeRun {
  readonly request?: Partial<IngestRequest>;
  readonly parts?: Partial<IntakeParts>;
  readonly watcher?: Partial<IntakeWatcher>;
  readonly signal?: AbortSignal;
  readonly rest?: UnfinishedIntake;
}

export function takeIn(
  opened: CaseFolder,
  hasher: Hasher,
  paths: readonly string[],
  run: IntakeRun = {},
): Promise<IntakeResult> {
  const { layout, ledger } = opened;
  const parts: IntakeParts = {
    layout,
    ledger,
    hasher,
    tool: 'Fireline 0.0.0 on test',
    clock: Date.now,
    parse: (file, _, signal) => countLines(file, signal),
    ...run.parts,
  };
  const request = run.rest?.request ?? requestFor(paths, run.request);
  const signal = run.signal ?? new AbortController().signal;
  return new Intake(parts, request, { ...quiet, ...run.watcher }, signal, run.rest).run();
}

/** Bodies of the ledger's lines of one kind, in order. */
export const bodies = <K extends LedgerKind>(opened: CaseFolder, kind: K): LedgerBody<K>[] =>
  opened.ledger.records
    .filter((record) => record.kind === kind)
    // The kind decides the form of the body, which the compiler does not follow through a type parameter.
    .map(({ body }) => body as LedgerBody<K>);

/** Status by the end of the path, which is what tests tell files by. */
export const statuses = (files: readonly IngestedFile[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path, status }) => [path.split('/').at(-1) ?? path, status]));
