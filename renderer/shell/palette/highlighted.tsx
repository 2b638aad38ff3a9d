interface HighlightedProps {
  readonly text: string;
  /** Pairs of start and end. */
  readonly ranges: readonly number[];
}

/** Text with the matched parts marked. */
export function Highlighted({ text, ranges }: HighlightedProps) {
  const parts: { readonly at: number; readonly text: string; readonly hit: boolean }[] = [];
  let at = 0;
  for (let index = 0; index + 1 < ranges.length; index += 2) {
    const from = ranges[index] ?? at;
    const to = ranges[index + 1] ?? from;
    parts.push({ at, text: text.slice(at, from), hit: false });
    parts.push({ at: from, text: text.slice(from, to), hit: true });
    at = to;
  }
  parts.push({ at, text: text.slice(at), hit: false });
  return parts
    .filter((part) => part.text !== '')
    .map((part) =>
      part.hit ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
    );
}
