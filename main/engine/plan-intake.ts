import { statfs } from 'node:fs/promises';
import type { IntakePlan } from '#shared/ipc/evidence.ts';
import { FailureError } from '#shared/model/result.ts';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import { containerKind } from '../evidence/containers/container.ts';
import { readHead } from '../evidence/read-head.ts';
import { walk, type Met } from '../evidence/walk.ts';
import { previewTable } from '../parse/formats/table/preview.ts';
import { lacksZone } from '../parse/lacks-zone.ts';
import { HEAD_BYTES, sniff } from '../parse/sniff.ts';

type PlannedFile = IntakePlan['files'][number];

const TABLE = 'table';

/** Looks at what was given without taking anything in: names, sizes, formats by the first bytes. */
export async function planIntake(
  paths: readonly string[],
  caseDisk: string,
  signal: AbortSignal,
): Promise<IntakePlan> {
  const files: PlannedFile[] = [];
  const refused: { path: string; why: string }[] = [];
  for (const met of await walk(paths)) {
    if (signal.aborted) {
      throw new FailureError({ code: 'cancelled', message: 'Looking at the files was cancelled.' });
    }
    if (met.kind === 'refused') {
      refused.push({ path: met.path, why: met.why });
      continue;
    }
    try {
      files.push(await planFile(met));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      refused.push({ path: met.path, why: reasonOf(error).why });
    }
  }
  const { bavail, bsize } = await statfs(caseDisk);
  return {
    files,
    refused,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    freeBytes: bavail * bsize,
  };
}

async function planFile({
  path,
  name,
  size,
  modifiedAt,
}: Extract<Met, { kind: 'file' }>): Promise<PlannedFile> {
  const bytes = await readHead(path, HEAD_BYTES);
  const kind = containerKind(bytes);
  if (kind !== undefined) {
    const format = kind === 'zip' ? 'ZIP archive' : 'gzip file';
    return { path, size, format, confidence: 3, needsZone: false };
  }
  const [best] = sniff({ bytes, name, size });
  if (best === undefined) return { path, size, needsZone: false };
  const { parser, confidence } = best;
  const table = parser.id === TABLE ? previewTable({ bytes, size }) : undefined;
  return {
    path,
    size,
    format: parser.title,
    parser: parser.id,
    confidence,
    needsZone: lacksZone(parser, { bytes, name, size }, BigInt(modifiedAt.getTime()) * 1_000_000n),
    ...(table === undefined ? {} : { table }),
  };
}
