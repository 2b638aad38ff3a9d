import { open } from 'node:fs/promises';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { ioFailure } from '../casefile/io-failure.ts';

/** The text of a file that somebody carried in, when it is a file and no larger than `most` bytes. */
export async function readCarriedText(path: string, most: number): Promise<Result<string>> {
  try {
    const file = await open(path, 'r');
    try {
      const about = await file.stat();
      if (!about.isFile()) return fail('invalid-argument', `${path} is no file.`, path);
      if (about.size > most) {
        const limit = Math.round(most / 1_000_000);
        return fail('too-large', `This file is larger than the ${limit} MB that are read.`, path);
      }
      return ok(await file.readFile('utf8'));
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, failure: ioFailure(error, 'The file cannot be read', path) };
  }
}

/** The value of a JSON text; a byte-order mark is passed over. */
export function parseJson(text: string, path: string): Result<unknown> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('invalid-argument', 'This file is not JSON, or only a part of it.', path);
  }
}
