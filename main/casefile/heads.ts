import { readFile } from 'node:fs/promises';
import type { AnalystId, Sha256 } from '#shared/model/ids.ts';
import { canonicalJson } from '#shared/work/canonical-json.ts';
import { z } from 'zod';
import type { LogHead } from './chain-check.ts';
import { replaceFile } from './durable-file.ts';
import { isSystemError, reasonOf } from './io-failure.ts';
import type { KeyRing, Signer } from './signing-key.ts';

/** Names of the signed logs of a case. */
export type LogName = 'ledger' | 'work';
export type Heads = { readonly [name in LogName]: LogHead };

const head = z.strictObject({
  lines: z.int().min(0),
  bytes: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
const schema = z.strictObject({
  format: z.literal(1),
  heads: z.strictObject({ ledger: head, work: head }),
  key: z.string(),
  sig: z.string().regex(/^[0-9a-f]{128}$/),
});

const textOf = (heads: Heads, key: AnalystId): string => canonicalJson({ format: 1, heads, key });

export type KeptHeads =
  | { readonly ok: true; readonly heads: Heads }
  /** Goes after “heads.json ”. */
  | { readonly ok: false; readonly why: string };

/** The heads as last kept, or why there are none to go by. */
export async function readHeads(path: string, keys: KeyRing): Promise<KeptHeads> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { ok: false, why: `cannot be read: ${reasonOf(error).why}` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, why: 'is not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, why: 'does not have the form it should' };
  const { heads: found, key, sig } = parsed.data;
  const heads: Heads = {
    ledger: { ...found.ledger, hash: found.ledger.hash as Sha256 },
    work: { ...found.work, hash: found.work.hash as Sha256 },
  };
  const signed = textOf(heads, key as AnalystId);
  const exact = text === `${signed.slice(0, -1)},"sig":"${sig}"}\n`;
  const message = Buffer.from(signed, 'utf8');
  if (!exact || !keys.verify(key as AnalystId, message, Buffer.from(sig, 'hex'))) {
    return { ok: false, why: 'is not what was signed' };
  }
  return { ok: true, heads };
}

/**
 * Keeps the heads of the logs in a file of its own, so that a log cut short at a line's end is noticed. It follows
 * the logs at its own pace and may be behind them, never ahead.
 */
export class HeadsKeeper {
  private wanted: Heads;
  private kept: Heads | undefined;
  private writing: Promise<void> | undefined;
  private failed: string | undefined;

  constructor(
    private readonly path: string,
    private readonly signer: Signer,
    heads: Heads,
  ) {
    this.wanted = heads;
  }

  /** Why the file could not be written last time; goes after “heads.json ”. */
  get trouble(): string | undefined {
    return this.failed;
  }

  moved(name: LogName, to: LogHead): void {
    this.wanted = { ...this.wanted, [name]: to };
    this.writing ??= this.write();
  }

  /** Writes what is due now and waits for it. */
  async flush(): Promise<void> {
    if (this.kept !== this.wanted) this.writing ??= this.write();
    await this.writing;
  }

  private async write(): Promise<void> {
    do {
      const heads = this.wanted;
      const text = textOf(heads, this.signer.analyst.id);
      const sig = this.signer.sign(Buffer.from(text, 'utf8')).toString('hex');
      try {
        await replaceFile(this.path, `${text.slice(0, -1)},"sig":"${sig}"}\n`);
        this.failed = undefined;
        this.kept = heads;
      } catch (error) {
        if (!isSystemError(error)) throw error;
        this.failed = `cannot be written: ${reasonOf(error).why}`;
        break;
      }
    } while (this.kept !== this.wanted);
    this.writing = undefined;
  }
}
