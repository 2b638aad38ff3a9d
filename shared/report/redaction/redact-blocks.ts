import type { RecordId } from '../../model/ids.ts';
import type { Block, FigureItem } from '../content/block.ts';
import type { Inline } from '../content/inline.ts';
import { mapBlocks } from '../content/map-blocks.ts';
import type { Place, Redactor } from './redactor.ts';

/** How often each redaction took something out. */
export type Tally = Map<RecordId, number>;

/** The text with labels in the places of what must not be shown. */
export function redactText(text: string, redactor: Redactor, tally: Tally): string {
  let shown = '';
  let at = 0;
  for (const { from, to, redaction } of redactor.find(text)) {
    shown += text.slice(at, from) + redaction.label;
    at = to;
    count(tally, redaction.id);
  }
  return at === 0 ? text : shown + text.slice(at);
}

const count = (tally: Tally, id: RecordId): void => void tally.set(id, (tally.get(id) ?? 0) + 1);

export const redactBlocks = (
  blocks: readonly Block[],
  redactor: Redactor,
  tally: Tally,
): readonly Block[] =>
  mapBlocks(blocks, {
    inline: (parts) => redactLine(parts, redactor, tally),
    text: (text) => redactText(text, redactor, tally),
    item: (item) => redactItem(item, redactor, tally),
  });

function redactItem({ number, item }: FigureItem, redactor: Redactor, tally: Tally): FigureItem {
  const { host, actor, basis } = item;
  const shown = (text: string): string => redactText(text, redactor, tally);
  return {
    number,
    item: {
      ...item,
      title: shown(item.title),
      reason: shown(item.reason),
      ...(host !== undefined && { host: shown(host) }),
      ...(actor !== undefined && { actor: shown(actor) }),
      ...(basis !== undefined && { basis: shown(basis) }),
    },
  };
}

/** What a part shows that redactions look at. */
const wordsOf = (part: Inline): string => {
  switch (part.kind) {
    case 'text':
    case 'code':
    case 'name':
    case 'unresolved':
      return part.text;
    case 'reference':
      return part.label;
    case 'break':
      return '\n';
    case 'number':
    case 'mark':
      return '';
  }
};

/** Redacts a line as a whole: a name may be half bold, and is one name all the same. */
export function redactLine(
  parts: readonly Inline[],
  redactor: Redactor,
  tally: Tally,
): readonly Inline[] {
  const words = parts.map(wordsOf);
  const places = redactor.find(words.join(''));
  if (places.length === 0) return parts;
  for (const { redaction } of places) count(tally, redaction.id);
  let start = 0;
  return parts.map((part, n) => {
    const own = words[n] ?? '';
    const shown = without(own, start, places);
    start += own.length;
    return shown === own ? part : withWords(part, shown);
  });
}

/** A part of the line that begins at `start`: the label stands where a place begins, the rest of it is gone. */
function without(own: string, start: number, places: readonly Place[]): string {
  let shown = '';
  let at = 0;
  for (const { from, to, redaction } of places) {
    const begin = from - start;
    const end = to - start;
    if (end <= at || begin >= own.length) continue;
    shown += own.slice(at, Math.max(at, begin));
    if (begin >= 0) shown += redaction.label;
    at = Math.min(own.length, end);
  }
  return shown + own.slice(at);
}

function withWords(part: Inline, words: string): Inline {
  switch (part.kind) {
    case 'text':
    case 'code':
    case 'name':
    case 'unresolved':
      return { ...part, text: words };
    case 'reference':
      return { ...part, label: words };
    case 'break':
      return { kind: 'text', text: words, marks: [] };
    case 'number':
    case 'mark':
      return part;
  }
}
