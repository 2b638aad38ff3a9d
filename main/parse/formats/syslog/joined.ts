import { monthAt } from '../../time/civil.ts';
import { digitAt } from '../../time/digits.ts';

/** Where the next message begins in a line that holds several, -1 when there is no other. */
export function nextJoined(text: string, from: number): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    let end = at + 1;
    while (digitAt(text, end) <= 9 && end - at < 5) end++;
    if (end - at < 2 || end - at > 4 || text.charCodeAt(end) !== 62) continue;
    // `<13>2026-…`, `<13>1 2026-…` or `<13>Oct 11 …`
    const isoYear = digitAt(text, end + 4) <= 9 && text.charCodeAt(end + 5) === 45;
    const version = text.startsWith('1 ', end + 1);
    if (isoYear || version || monthAt(text, end + 1) > 0) return at;
  }
  return -1;
}
