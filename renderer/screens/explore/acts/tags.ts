/** Words of the trade offered before the case has tags of its own. */
const USUAL: readonly string[] = [
  'suspicious',
  'malicious',
  'benign',
  'initial-access',
  'lateral-movement',
  'persistence',
  'exfiltration',
  'follow-up',
];

/** What was typed as a tag: trimmed, spaces as dashes; undefined when nothing is left. */
export function tagName(typed: string): string | undefined {
  const name = typed.trim().replace(/\s+/g, '-');
  return name === '' ? undefined : name;
}

/** The case's own tags first, then the usual ones, that contain what was typed. */
export function suggestedTags(own: readonly string[], typed: string): readonly string[] {
  const needle = typed.trim().toLowerCase().replace(/\s+/g, '-');
  return [...new Set([...own.toSorted((a, b) => a.localeCompare(b)), ...USUAL])].filter((tag) =>
    tag.toLowerCase().includes(needle),
  );
}
