import { lstat } from 'node:fs/promises';
import type { Custody } from '#shared/model/evidence.ts';
import type { Sha256 } from '#shared/model/ids.ts';
import type { CaseLayout } from '../casefile/case-layout.ts';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import type { LedgerRecord } from '../casefile/ledger-entries.ts';
import type { ParseContext } from '../parse/parser.ts';
import type { ProofEvidence } from '../report/proof/proof-pack.ts';

/** A file of evidence as the signed ledger describes it. */
export interface SealedFile {
  readonly index: number;
  readonly name: string;
  readonly sha256: Sha256;
  readonly size: number;
  readonly custody: Custody;
  /** Where its bytes must be: in the vault, or where they were left. */
  readonly path: string;
  /** The newest reading of it, if any. */
  readonly parser?: ProofEvidence['parser'];
  readonly context: ProofEvidence['context'];
}

/** Every sealed file, by digest. Of two with one digest the ledger has the second as a duplicate. */
export function sealedFiles(
  records: readonly LedgerRecord[],
  layout: CaseLayout,
): ReadonlyMap<Sha256, SealedFile> {
  const intakes = new Map<number, Extract<LedgerRecord, { kind: 'intake-begun' }>['body']>();
  const files = new Map<Sha256, SealedFile>();
  for (const record of records) {
    if (record.kind === 'intake-begun') intakes.set(record.seq, record.body);
    if (record.kind === 'evidence-sealed') {
      const { index, name, sha256, size, custody, originalPath, modifiedAt, intake } = record.body;
      files.set(sha256, {
        index,
        name,
        sha256,
        size,
        custody,
        path: custody === 'copy' ? layout.vaultFile(sha256) : originalPath,
        context: {
          zone: null,
          modifiedAt: modifiedAt ?? null,
          options: intakes.get(intake)?.tables?.[originalPath] ?? null,
        },
      });
    }
    if (record.kind === 'evidence-parsed') parsed(record.body, files);
  }
  return files;
}

function parsed(
  body: Extract<LedgerRecord, { kind: 'evidence-parsed' }>['body'],
  files: Map<Sha256, SealedFile>,
): void {
  const file = files.get(body.sha256);
  if (file === undefined) return;
  files.set(body.sha256, {
    ...file,
    ...(body.parser !== undefined && {
      parser: { id: body.parser, version: body.parserVersion ?? 0 },
    }),
    context: {
      ...file.context,
      zone: body.assumedZone ?? null,
      options: body.table ?? file.context.options,
    },
  });
}

/** What the parser was told when these events were read. */
export const parseContext = (name: string, context: ProofEvidence['context']): ParseContext => ({
  name,
  zone: context.zone ?? undefined,
  reference:
    context.modifiedAt === null ? undefined : BigInt(Date.parse(context.modifiedAt)) * 1_000_000n,
  options: context.options ?? undefined,
});

/** Why the bytes cannot be opened: missing, not a plain file, another size. Undefined when they can. */
export async function troubleWith({
  path,
  size,
  custody,
}: SealedFile): Promise<string | undefined> {
  try {
    const stat = await lstat(path);
    if (!stat.isFile()) return 'is not a plain file';
    return stat.size === size ? undefined : `has ${stat.size} bytes, ${size} were sealed`;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const where = custody === 'copy' ? 'the vault' : path;
    return error.code === 'ENOENT'
      ? `is missing from ${where}`
      : `cannot be read: ${reasonOf(error).why}`;
  }
}
