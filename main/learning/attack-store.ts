import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AttackData } from '#shared/learning/attack-data.ts';
import { attackData } from '#shared/learning/attack-data.ts';
import { readStixBundle } from '#shared/learning/stix-bundle.ts';
import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import { replaceFile } from '../casefile/durable-file.ts';
import { ioFailure } from '../casefile/io-failure.ts';
import { parseJson, readCarriedText } from './carried-file.ts';

/** MITRE's bundle has some fifty megabytes. */
const MOST_BYTES = 250_000_000;
const MOST_KEPT_BYTES = 20_000_000;

/** ATT&CK as it was carried in, kept among the analyst's own data, apart from any case. */
export class AttackStore {
  private readonly path: string;

  constructor(
    userData: string,
    private readonly clock: () => number,
  ) {
    this.path = join(userData, 'attack', 'enterprise.json');
  }

  /** What was carried in; null when nothing was, or when it can no longer be read and must be carried in again. */
  async read(): Promise<AttackData | null> {
    const text = await readCarriedText(this.path, MOST_KEPT_BYTES);
    if (!text.ok) return null;
    const value = parseJson(text.value, this.path);
    const checked = value.ok ? attackData.safeParse(value.value) : undefined;
    return checked?.success === true ? checked.data : null;
  }

  /** @returns failure invalid-argument, too-large, or why a file cannot be read or written */
  async carryIn(path: string): Promise<Result<AttackData>> {
    const text = await readCarriedText(path, MOST_BYTES);
    if (!text.ok) return text;
    const value = parseJson(text.value, path);
    if (!value.ok) return value;
    const read = readStixBundle(value.value);
    if (!read.ok) return read;
    const data: AttackData = {
      ...read.value,
      importedAt: new Date(this.clock()).toISOString(),
    };
    try {
      await mkdir(dirname(this.path), { recursive: true });
      await replaceFile(this.path, JSON.stringify(data));
    } catch (error) {
      return { ok: false, failure: ioFailure(error, 'ATT&CK cannot be kept', this.path) };
    }
    return ok(data);
  }

  async forget(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
