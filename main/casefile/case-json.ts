import { readFile } from 'node:fs/promises';
import type { Analyst } from '#shared/model/case.ts';
import { CASE_FORMAT } from '#shared/model/case.ts';
import type { AnalystId, CaseId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { z } from 'zod';
import { replaceFile } from './durable-file.ts';
import { ioFailure, isSystemError } from './io-failure.ts';

/** case.json: what a case is, before anything else of it is read. */
export interface CaseFile {
  readonly fireline: 'case';
  readonly format: number;
  readonly id: CaseId;
  /** As given when the case was made; later titles are operations in the work log. */
  readonly title: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** Version of Fireline that made it. */
  readonly createdWith: string;
  /** Everyone who ever signed in this case. */
  readonly analysts: readonly Analyst[];
}

const analyst = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .transform((id) => id as AnalystId),
  name: z.string(),
  publicKey: z.string(),
});
/** Enough to recognise the case file of any version. */
const anyVersion = z.looseObject({ fireline: z.literal('case'), format: z.int().min(1) });
const schema = z.strictObject({
  fireline: z.literal('case'),
  format: z.int(),
  id: z
    .string()
    .min(1)
    .transform((id) => id as CaseId),
  title: z.string(),
  createdAt: z.iso.datetime(),
  createdWith: z.string(),
  analysts: z.array(analyst).min(1),
});

export async function readCaseFile(path: string, folder: string): Promise<Result<CaseFile>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return fail('case-missing', `There is no Fireline case in ${folder}.`, folder);
    }
    return { ok: false, failure: ioFailure(error, 'The case cannot be read', path) };
  }
  const damaged = (what: string): Result<never> =>
    fail(
      'case-damaged',
      `${path} ${what}. Put back a copy of this one file; the evidence and the logs are separate and were not touched.`,
      folder,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return damaged(text === '' ? 'is empty' : 'is not JSON');
  }
  const known = anyVersion.safeParse(value);
  if (!known.success) return damaged('does not describe a Fireline case');
  if (known.data.format > CASE_FORMAT) {
    return fail(
      'case-newer-format',
      `This case was written by a newer Fireline (case format ${known.data.format}; this one knows up to ${CASE_FORMAT}). Nothing was changed. Open it with that version or a later one.`,
      folder,
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return damaged(`is damaged at “${issue?.path.join('.') ?? ''}” (${issue?.message ?? 'unknown'})`);
}

export const writeCaseFile = (path: string, file: CaseFile): Promise<void> =>
  replaceFile(path, `${JSON.stringify(file, null, 2)}\n`);
