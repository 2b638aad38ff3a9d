import { z } from 'zod';
import type { TableOptions } from '#shared/ipc/evidence.ts';
import { FailureError } from '#shared/model/result.ts';

const column = z.int().min(0).max(10_000).exactOptional();

const schema: z.ZodType<TableOptions> = z.strictObject({
  delimiter: z.string().length(1).exactOptional(),
  encoding: z.string().max(40).exactOptional(),
  header: z.boolean().exactOptional(),
  timeColumn: column,
  hostColumn: column,
  userColumn: column,
  messageColumn: column,
});

/** The options as confirmed at intake; none at all is fine. Throws FailureError('invalid-argument') otherwise. */
export function tableOptions(given: unknown): TableOptions {
  if (given === undefined || given === null) return {};
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new FailureError({
    code: 'invalid-argument',
    message: `The options for this table are not understood: ${z.prettifyError(parsed.error)}`,
  });
}
