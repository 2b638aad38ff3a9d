import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { containerKind } from '#main/evidence/containers/container.ts';
import { zipMembers } from '#main/evidence/containers/zip.ts';
import { type Account, coverageOf } from '#main/parse/account.ts';
import type { SinkPort } from '#main/parse/batch-sink.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import type { EventBatch } from '#main/parse/event-batch.ts';
import type { Parser } from '#main/parse/parser.ts';
import { runParser } from '#main/parse/run-parser.ts';
import { HEAD_BYTES, sniff } from '#main/parse/sniff.ts';
import { COLLECTED } from '#main/sample/calendar.ts';
import type { Coverage } from '#shared/model/evidence.ts';
import type { Issue } from '#shared/model/issue.ts';

/** One file of the sample, members of the ZIP included, as its parser read it. */
export interface ParsedFile {
  readonly name: string;
  readonly sha256: string;
  readonly parser: Parser;
  readonly confidence: number;
  readonly account: Account;
  readonly coverage: Coverage;
  readonly issues: readonly Issue[];
  readonly batches: readonly EventBatch[];
}

export async function parseSample(paths: readonly string[]): Promise<ParsedFile[]> {
  const files: ParsedFile[] = [];
  for (const path of paths) {
    const bytes = await readFile(path);
    if (containerKind(bytes) === 'zip') files.push(...(await parseMembers(path)));
    else files.push(parse(basename(path), bytes));
  }
  return files;
}

async function parseMembers(path: string): Promise<ParsedFile[]> {
  const files: ParsedFile[] = [];
  for await (const member of zipMembers(path)) {
    if (member.kind === 'refused') throw new Error(`${member.name}: ${member.why}`);
    const chunks: Buffer[] = [];
    for (;;) {
      const buffer = Buffer.alloc(65_536);
      const got = await member.read(buffer);
      if (got === 0) break;
      chunks.push(buffer.subarray(0, got));
    }
    const damage = member.damage();
    if (damage !== undefined) throw new Error(`${member.name}: ${damage}`);
    files.push(parse(member.name, Buffer.concat(chunks)));
  }
  return files;
}

function parse(name: string, bytes: Buffer): ParsedFile {
  const [best] = sniff({ bytes: bytes.subarray(0, HEAD_BYTES), name, size: bytes.length });
  if (best === undefined) throw new Error(`no parser for ${name}`);
  const batches: EventBatch[] = [];
  const issues: Issue[] = [];
  const port: SinkPort = {
    batch: (batch) => void batches.push(batch),
    issues: (more) => void issues.push(...more),
    position: () => undefined,
    check: () => undefined,
    due: () => false,
  };
  const reference = BigInt(COLLECTED) * 1_000_000n;
  const context = { name, zone: undefined, reference, options: undefined };
  const { account, failure } = runParser(best.parser, new BufferSource(bytes), context, port);
  if (failure !== undefined) throw new Error(failure.message);
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    parser: best.parser,
    confidence: best.confidence,
    account,
    coverage: coverageOf(account, bytes.length),
    issues,
    batches,
  };
}
