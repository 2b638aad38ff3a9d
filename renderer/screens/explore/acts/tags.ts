import { techniqueOfTag } from '#shared/learning/technique-tags.ts';

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

/**
 * What was typed as a tag: trimmed, spaces as dashes, the id of an ATT&CK technique as ATT&CK writes it; undefined when
 * nothing is left.
 */
export function tagName(typed: string): string | undefined {
  const name = typed.trim().replace(/\s+/g, '-');
  return name === '' ? undefined : (techniqueOfTag(name) ?? name);
}

/**
 * Tags that contain what was typed: the very one first, then those that begin with it, then the others; among each the
 * case's own before the usual ones.
 */
export function suggestedTags(own: readonly string[], typed: string): readonly string[] {
  const needle = typed.trim().toLowerCase().replace(/\s+/g, '-');
  const closeness = (tag: string): number => {
    const name = tag.toLowerCase();
    return name === needle ? 0 : name.startsWith(needle) ? 1 : 2;
  };
  return [...new Set([...own.toSorted((a, b) => a.localeCompare(b)), ...USUAL])]
    .filter((tag) => tag.toLowerCase().includes(needle))
    .toSorted((a, b) => closeness(a) - closeness(b));
}
