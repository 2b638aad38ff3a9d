import { TECHNIQUE_ID } from '../model/attack.ts';

/** The technique that a tag stands for: a tag whose name is the id of one says so of its events. */
export function techniqueOfTag(tag: string): string | undefined {
  const id = tag.toUpperCase();
  return TECHNIQUE_ID.test(id) ? id : undefined;
}

/** What is needed of a technique to be found by what was typed. */
export interface NamedTechnique {
  readonly id: string;
  readonly name: string;
  readonly replacedBy?: string;
}

/** As many as fit a list that is read while typing. */
const MOST = 8;

/**
 * Techniques that what was typed may mean: an id or its beginning (`T1059`, `1059.0`), or words of a name in any order.
 * None for fewer than two characters. Ids that were revoked are left out.
 */
export function suggestTechniques(
  techniques: readonly NamedTechnique[],
  typed: string,
): readonly NamedTechnique[] {
  const text = typed.trim().toLowerCase();
  if (text.length < 2) return [];
  const current = techniques.filter(({ replacedBy }) => replacedBy === undefined);
  if (/^t?\d/.test(text)) {
    const id = `T${text.replace(/^t/, '')}`;
    return current.filter((technique) => technique.id.startsWith(id)).slice(0, MOST);
  }
  const words = text.split(/[\s-]+/);
  return current
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .slice(0, MOST);
}
