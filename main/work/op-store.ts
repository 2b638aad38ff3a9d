import type { Result } from '#shared/model/result.ts';
import type { Op } from '#shared/work/op.ts';

/** Kind of a line of the work log that holds an operation; other kinds are about the log itself. */
export const OP_LINE = 'op';

/** The part of the case folder's signed log that the operations need; a SignedLog is one. */
export interface OpStore {
  /** Appends all or none, durably: resolves once they are on disk. */
  append(
    lines: readonly {
      readonly kind: string;
      readonly body: { readonly [name: string]: unknown };
    }[],
  ): Promise<Result<unknown>>;
}

/** A proven line of the log, as far as it matters here. */
export interface OpLine {
  readonly seq: number;
  readonly kind: string;
  readonly body: { readonly [name: string]: unknown };
}

export const lineOf = (
  op: Op,
): { readonly kind: string; readonly body: { readonly [name: string]: unknown } } => ({
  kind: OP_LINE,
  body: { ...op },
});
