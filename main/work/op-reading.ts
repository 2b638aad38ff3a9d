import type { CaseId, OpId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { fail } from '#shared/model/result.ts';
import type { Op } from '#shared/work/op.ts';
import { verifyOp } from '#shared/work/seal.ts';
import type { OpLine } from './op-store.ts';
import { OP_LINE } from './op-store.ts';

/** A line whose signature is good but whose content is no operation of this case. It stays in the log. */
export interface RefusedLine {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly why: string;
}

/** Collects the operations while the work log is read: `visit` is given to whoever reads it. */
export class OpReading {
  private readonly lines: { readonly line: number; readonly op: Op }[] = [];
  private readonly unreadable: RefusedLine[] = [];

  readonly visit = ({ seq, kind, body }: OpLine): void => {
    if (kind !== OP_LINE) return;
    const checked = verifyOp(body);
    if (checked.ok) this.lines.push({ line: seq + 1, op: checked.value });
    else this.unreadable.push({ line: seq + 1, why: checked.failure.message });
  };

  /** The operations of one case, each once, in file order. */
  opsOf(caseId: CaseId): readonly Op[] {
    const byId = new Map<OpId, Op>();
    for (const { op } of this.lines) if (op.case === caseId) byId.set(op.id, op);
    return [...byId.values()];
  }

  /** Lines that are signed and yet hold no operation of this case, or one that this version does not know. */
  refusedIn(caseId: CaseId): readonly RefusedLine[] {
    const foreign = this.lines.filter(({ op }) => op.case !== caseId);
    return [...this.unreadable, ...foreign.map(({ line }) => ({ line, why: OTHER_CASE }))].sort(
      (a, b) => a.line - b.line,
    );
  }
}

const OTHER_CASE = 'An operation belongs to another case and is not taken in.';

/** An op that came from outside, checked to be whole and to be of this case. */
export function opOfCase(value: unknown, caseId: CaseId): Result<Op> {
  const checked = verifyOp(value);
  if (!checked.ok || checked.value.case === caseId) return checked;
  return fail('invalid-argument', OTHER_CASE, checked.value.id);
}
