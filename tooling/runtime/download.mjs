import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The network or the host said no, or sent something else: a reason to look elsewhere, not a bug. */
export class DownloadFailed extends Error {}

/**
 * Downloads a file and checks its SHA-256; gives up quickly on a host that does not answer.
 * @param {string} url
 * @param {string} file
 * @param {{ sha256: string, answerWithin: number, stallAfter: number }} limits times in ms: to the first
 *   byte of the answer, and between two pieces of it
 * @throws DownloadFailed with one clause of reason
 */
export async function download(url, file, { sha256, answerWithin, stallAfter }) {
  const abort = new AbortController();
  let timer = setTimeout(
    () => abort.abort(new Error(`no answer within ${answerWithin / 1000} s`)),
    answerWithin,
  );
  const digest = createHash('sha256');
  try {
    const response = await fetch(url, { signal: abort.signal, redirect: 'follow' });
    if (!response.ok || response.body === null) {
      throw new Error(`it answered ${response.status} ${response.statusText}`);
    }
    const watch = new Transform({
      transform(chunk, _encoding, done) {
        clearTimeout(timer);
        timer = setTimeout(
          () => abort.abort(new Error(`nothing came for ${stallAfter / 1000} s`)),
          stallAfter,
        );
        digest.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(response.body), watch, createWriteStream(file), {
      signal: abort.signal,
    });
  } catch (error) {
    throw new DownloadFailed(reasonOf(abort.signal.aborted ? abort.signal.reason : error));
  } finally {
    clearTimeout(timer);
  }
  const found = digest.digest('hex');
  if (found !== sha256) {
    throw new DownloadFailed(`its SHA-256 is ${found}, not ${sha256} as published`);
  }
}

/**
 * fetch hides why it failed in `cause`.
 * @param {unknown} error
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = /** @type {{ code?: string, message?: string } | undefined} */ (error.cause);
  return cause?.code ?? cause?.message ?? error.message;
}
