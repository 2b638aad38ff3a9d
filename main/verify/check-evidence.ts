import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import { type Check, failed, passed } from './check.ts';
import { fileDigest } from './digest.ts';
import { type SealedFile, troubleWith } from './sealed-file.ts';

/** For hashing files again. */
export interface HashingOptions {
  readonly signal?: AbortSignal;
  /** Bytes of evidence read so far, of all there are to read. */
  readonly progress?: (done: number, total: number) => void;
}

/** Hashes every one of these files again and compares with what was sealed. */
export async function checkEvidence(
  files: readonly SealedFile[],
  { signal, progress }: HashingOptions,
): Promise<readonly Check[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const read = (bytes: number): void => {
    done += bytes;
    progress?.(Math.min(done, total), total);
  };
  const checks: Check[] = [];
  for (const file of files) {
    checks.push(await checkFile(file, { read, ...(signal !== undefined && { signal }) }));
  }
  return checks;
}

async function checkFile(
  file: SealedFile,
  options: { readonly signal?: AbortSignal; readonly read: (bytes: number) => void },
): Promise<Check> {
  const subject = `#${file.index} ${file.name}`;
  const trouble = await troubleWith(file);
  if (trouble !== undefined) return failed('evidence', subject, trouble);
  try {
    const { sha256, size } = await fileDigest(file.path, options);
    if (sha256 === file.sha256) {
      return passed('evidence', subject, `${size} bytes, SHA-256 ${sha256} as sealed`);
    }
    return failed('evidence', subject, `SHA-256 is ${sha256}, ${file.sha256} was sealed`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed('evidence', subject, `could not be read: ${reasonOf(error).why}`);
  }
}
