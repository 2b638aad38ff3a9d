import type { ByteSource, Sink } from '../../parser.ts';
import { readFully } from '../../text/read-fully.ts';

/** No message is longer than this; a larger count is damage. */
const MAX_FRAME = 1_048_576;
const COUNT = /^(\d{1,7}) $/;

/** True when a stream begins as octet-counted frames do: `83 <34>1 …` (RFC 6587 section 3.4.1). */
export const isFramed = (head: string): boolean => /^[1-9]\d{0,6} <\d{1,3}>/.test(head);

export type OnFrame = (text: string, offset: number, length: number) => void;

/** Reads octet-counted frames. After a damaged one reading goes on at the next that looks whole. */
export function readFrames(input: ByteSource, out: Sink, onFrame: OnFrame): void {
  const buffer = Buffer.allocUnsafeSlow(MAX_FRAME + 16);
  let at = 0;
  while (at < input.size) {
    const filled = readFully(
      input,
      at,
      buffer.subarray(0, Math.min(buffer.length, input.size - at)),
    );
    if (filled === 0) break;
    let used = 0;
    while (used < filled) {
      const frame = frameAt(buffer, used, filled);
      if (frame === undefined) {
        if (filled - used <= MAX_FRAME && at + filled < input.size) break;
        const next = resync(buffer, used + 1, filled);
        lose(out, at + used, next - used);
        used = next;
        continue;
      }
      const { start, end } = frame;
      out.parsed(end - used);
      onFrame(buffer.toString('utf8', start, end).replace(/\n$/, ''), at + start, end - start);
      used = end;
    }
    at += used;
    out.position(at);
  }
}

interface Frame {
  readonly start: number;
  readonly end: number;
}

/** The frame at this place, undefined when there is none or it is not whole. Newlines between frames are allowed. */
function frameAt(buffer: Buffer, from: number, filled: number): Frame | undefined {
  let at = from;
  while (at < filled && (buffer[at] === 10 || buffer[at] === 13)) at++;
  const space = buffer.indexOf(32, at);
  if (space < 0 || space >= filled || space - at > 7) return undefined;
  const count = COUNT.exec(buffer.toString('latin1', at, space + 1));
  const length = Number(count?.[1] ?? 0);
  const start = space + 1;
  if (length === 0 || length > MAX_FRAME || buffer[start] !== 60) return undefined;
  return start + length > filled ? undefined : { start, end: start + length };
}

/** The next place at which a whole frame begins, or the end of what is there. */
function resync(buffer: Buffer, from: number, filled: number): number {
  for (let at = from; at < filled; at++) {
    const byte = buffer[at] as number;
    if (byte < 0x31 || byte > 0x39) continue;
    const before = buffer[at - 1] as number;
    if (before >= 0x30 && before <= 0x39) continue;
    if (frameAt(buffer, at, filled) !== undefined) return at;
  }
  return filled;
}

function lose(out: Sink, offset: number, length: number): void {
  out.issue({
    code: 'syslog-frame-damaged',
    severity: 'loss',
    blame: 'evidence',
    offset,
    length,
    message: `${length} bytes are no whole octet-counted frame and could not be read.`,
  });
}
