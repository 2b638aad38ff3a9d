import type { Confidence, Head, Parser } from './parser.ts';
import { parsers } from './registry.ts';

export { HEAD_BYTES } from './head.ts';

export interface Candidate {
  readonly parser: Parser;
  readonly confidence: Exclude<Confidence, 0>;
}

/** Reads any text line by line, so it must lose to every parser that knows more. */
const LAST_RESORT = 'lines';

/**
 * Which parsers could read this file, best first: by confidence, then the last resort last, then by id.
 * Empty means that no parser knows it.
 */
export function sniff(head: Head, among: readonly Parser[] = parsers): Candidate[] {
  const candidates: Candidate[] = [];
  for (const parser of among) {
    const confidence = parser.sniff(head);
    if (confidence !== 0) candidates.push({ parser, confidence });
  }
  return candidates.sort(
    (a, b) =>
      b.confidence - a.confidence ||
      Number(a.parser.id === LAST_RESORT) - Number(b.parser.id === LAST_RESORT) ||
      (a.parser.id < b.parser.id ? -1 : 1),
  );
}
