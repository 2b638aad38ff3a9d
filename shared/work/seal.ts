import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { OpId } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Op } from './op.ts';
import { opSchema } from './schema/op-schema.ts';

export type OpDraft = Omit<Op, 'id'>;

const UNSEALED = '0'.repeat(64) as OpId;

/** The op with its content address; `invalid-argument` when a field is not what an operation log may hold. */
export function sealOp(draft: OpDraft): Result<Op> {
  const checked = checkShape({ ...draft, id: UNSEALED });
  return checked.ok ? ok({ ...checked.value, id: addressOf(checked.value) }) : checked;
}

/**
 * An op that came from outside (a file, another process, another laptop), checked: its shape field by field, and
 * that its id is the address of its content. `invalid-argument` says what is wrong with it.
 */
export function verifyOp(value: unknown): Result<Op> {
  const checked = checkShape(value);
  if (!checked.ok) return checked;
  if (checked.value.id === addressOf(checked.value)) return checked;
  return fail(
    'invalid-argument',
    'An operation is not what its id says: it was altered or forged, and is left out.',
    checked.value.id,
  );
}

function addressOf(op: Op): OpId {
  // What is undefined has no place in the canonical text.
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ ...op, id: undefined })))) as OpId;
}

function checkShape(value: unknown): Result<Op> {
  const parsed = opSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return fail('invalid-argument', `Not an operation: ${z.prettifyError(parsed.error)}`);
}
