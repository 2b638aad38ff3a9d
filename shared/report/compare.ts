import type { ReportNode } from '../model/report.ts';
import type { WorkState } from '../work/work-state.ts';
import { citedName } from './cited-entity.ts';
import { citationOf, citedId, frozenOf, liveBlockOf, liveKey } from './document-parts.ts';
import { numberSections } from './numbering.ts';
import type { ReadReport } from './versions.ts';

/** A line that both versions have, or one only. */
export interface ComparedLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

export interface ComparedSection {
  /** As the newer version numbers it, or the older where it is gone. */
  readonly title: string;
  readonly kind: 'same' | 'changed' | 'gone' | 'new';
  readonly lines: readonly ComparedLine[];
}

/** Two versions of a report, section by section in the order of the newer; what is gone comes last. */
export function compareReports(before: ReadReport, after: ReadReport): readonly ComparedSection[] {
  const numbered = ({ report }: ReadReport) => numberSections([...report.sections.values()]);
  const compared = numbered(after).map(({ section, number }): ComparedSection => {
    const title = `${number} ${section.title}`;
    const old = before.report.sections.get(section.id);
    const now = linesOf(section.content, after.state);
    if (old === undefined) {
      return { title, kind: 'new', lines: now.map((text) => ({ kind: 'new', text })) };
    }
    const lines = compareLines(
      [old.title, ...linesOf(old.content, before.state)],
      [section.title, ...now],
    );
    const same = lines.every(({ kind }) => kind === 'same');
    return { title, kind: same ? 'same' : 'changed', lines };
  });
  const gone = numbered(before)
    .filter(({ section }) => !after.report.sections.has(section.id))
    .map(({ section, number }): ComparedSection => ({
      title: `${number} ${section.title}`,
      kind: 'gone',
      lines: linesOf(section.content, before.state).map((text) => ({ kind: 'gone', text })),
    }));
  return [...compared, ...gone];
}

/** A section as lines: each paragraph, row and block is one. Entities have the names that they have in `state`. */
export function linesOf(node: ReportNode, state: WorkState): readonly string[] {
  switch (node.type) {
    case 'live': {
      const block = liveBlockOf(node);
      const how = frozenOf(node) === undefined ? 'live' : 'frozen';
      return [`[${block === undefined ? 'unknown block' : liveKey(block)}, ${how}]`];
    }
    case 'guidance':
    case 'horizontalRule':
      return [];
    case 'paragraph':
    case 'heading':
    case 'codeBlock': {
      const text = (node.content ?? []).map((part) => inlineText(part, state)).join('');
      return text.trim() === '' ? [] : [text];
    }
    case 'tableRow': {
      const row = (node.content ?? []).map((cell) => linesOf(cell, state).join(' ')).join(' | ');
      return row.replaceAll(/[ |]/g, '') === '' ? [] : [row];
    }
    default:
      return (node.content ?? []).flatMap((part) => linesOf(part, state));
  }
}

function inlineText(node: ReportNode, state: WorkState): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type !== 'citation') return node.text ?? '';
  const citation = citationOf(node);
  if (citation === undefined) return '[?]';
  if (citation.kind === 'entity') return citedName(state, citation.entity) ?? '[unknown entity]';
  return `[${citation.kind} ${citedId(citation).slice(0, 12)}]`;
}

/** Longer than any section; beyond it all is said to be other. */
const MOST = 2_000;

/** The longest common sequence stays; the rest is gone or new. */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
): readonly ComparedLine[] {
  const gone = (text: string): ComparedLine => ({ kind: 'gone', text });
  const added = (text: string): ComparedLine => ({ kind: 'new', text });
  if (before.length > MOST || after.length > MOST)
    return [...before.map(gone), ...after.map(added)];
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (n: number, m: number): number => lengths[n * width + m] ?? 0;
  for (let n = before.length - 1; n >= 0; n--) {
    for (let m = after.length - 1; m >= 0; m--) {
      lengths[n * width + m] =
        before[n] === after[m] ? at(n + 1, m + 1) + 1 : Math.max(at(n + 1, m), at(n, m + 1));
    }
  }
  const lines: ComparedLine[] = [];
  let [n, m] = [0, 0];
  while (n < before.length && m < after.length) {
    const [old = '', now = ''] = [before[n], after[m]];
    if (old === now) {
      lines.push({ kind: 'same', text: now });
      n++;
      m++;
    } else if (at(n + 1, m) >= at(n, m + 1)) {
      lines.push(gone(old));
      n++;
    } else {
      lines.push(added(now));
      m++;
    }
  }
  return [...lines, ...before.slice(n).map(gone), ...after.slice(m).map(added)];
}
