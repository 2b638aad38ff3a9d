import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';
import { FailureError } from '#shared/model/result.ts';
import { type DetectedEncoding, detectEncoding } from '../../text/encoding.ts';

/** Legacy encodings are a guess, and a guess below this is no better than the default. */
const SURE = 40;
const LEGACY = /^(?:windows-125\d|iso-8859-\d+|koi8-r|shift_jis|euc-jp|euc-kr|big5|gb18030)$/;

/** The encoding of a table: as confirmed, else as its bytes say, else the likeliest legacy one. Undefined: no text. */
export function encodingOf(head: Uint8Array, chosen?: string): DetectedEncoding | undefined {
  const detected = detectEncoding(head);
  if (chosen !== undefined && chosen !== detected?.encoding) {
    const encoding = normalised(chosen);
    const mark = encoding === detected?.encoding ? detected.mark : 0;
    return { ...detected, encoding, mark };
  }
  if (detected?.encoding !== 'windows-1252') return detected;
  for (const { name, confidence } of analyse(head)) {
    const encoding = name.toLowerCase();
    if (confidence < SURE) break;
    if (LEGACY.test(encoding)) return { ...detected, encoding: normalised(encoding), mark: 0 };
  }
  return detected;
}

/** The name TextDecoder uses; throws FailureError for one it does not know. */
function normalised(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new FailureError({
      code: 'invalid-argument',
      message: `The encoding ${name} is not known.`,
      subject: name,
    });
  }
}
