import { visibleText } from '#shared/report/markup.ts';
import { signText } from '../content/sign-text.ts';
import type { Inline, TextMark } from '#shared/report/content/inline.ts';

/** Inline content as CommonMark. `cell`: inside a table, where a line break is `<br>` and `|` must be escaped. */
export const inlineMarkdown = (parts: readonly Inline[], cell = false): string =>
  parts.map((part) => onePart(part, cell)).join('');

function onePart(part: Inline, cell: boolean): string {
  switch (part.kind) {
    case 'text': {
      const escaped = escapeMarkdown(part.text, cell);
      return escaped.trim() === '' ? escaped : part.marks.reduce(marked, escaped);
    }
    case 'code':
      return codeSpan(part.text, cell);
    case 'reference':
      return `[${escapeMarkdown(part.label, cell)}](#${part.anchor})`;
    case 'name':
      return `[${escapeMarkdown(part.text, cell)}](#${part.anchor})`;
    case 'number':
      return `**${escapeMarkdown(part.label, cell)}**`;
    case 'unresolved':
      return `**\\[${escapeMarkdown(part.text, cell)}\\]**`;
    case 'break':
      return cell ? '<br>' : '  \n';
    case 'mark':
      return `${signText(part)} (${part.confidence})`;
    default:
      throw new Error(`no Markdown for ${JSON.stringify(part)}`);
  }
}

/** Marks stand against the word, not against a space beside it: `**word** `. */
function marked(inner: string, mark: TextMark): string {
  const sign = { strong: '**', emphasis: '*', underline: '', strike: '~~', faint: '' }[mark];
  const [, before = '', word = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return `${before}${sign}${word}${sign}${after}`;
}

/**
 * Every character that could begin markup or HTML is escaped, whether or not it would here: what stands in evidence
 * must come out as it is, and must not become an element in whatever shows the file.
 */
export function escapeMarkdown(text: string, cell = false): string {
  const escaped = visibleText(text)
    .replace(/[\\`*_{}[\]()#+!|~$^-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // An address is not to become a link, nor the first characters of a line a list.
    .replace(/:(?=\/\/)/g, '&#58;')
    .replaceAll('@', '&#64;')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2');
  return cell ? escaped.replace(/\s*\n\s*/g, '<br>') : escaped.replace(/\n/g, '  \n');
}

/** A fence longer than any run of backticks inside. */
function codeSpan(text: string, cell: boolean): string {
  const shown = visibleText(text).replace(/\s*\n\s*/g, ' ');
  if (shown === '') return '';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  const escaped = cell ? shown.replaceAll('|', '\\|') : shown;
  return `${fence}${space}${escaped}${space}${fence}`;
}
