import { markerSvg } from '#shared/board/figure-svg.ts';
import { join, type Markup, markup } from '#shared/report/markup.ts';
import type { Inline, TextMark } from '#shared/report/content/inline.ts';

/** Anchors that the document holds: a reference to any other is printed without being a link. */
export type Anchors = ReadonlySet<string>;

export const inlineHtml = (parts: readonly Inline[], anchors: Anchors): readonly Markup[] =>
  parts.map((part) => onePart(part, anchors));

function onePart(part: Inline, anchors: Anchors): Markup {
  switch (part.kind) {
    case 'text':
      return part.marks.reduce((inner, mark) => marked(inner, mark), breakable(part.text));
    case 'code':
      return markup`<code>${breakable(part.text)}</code>`;
    case 'reference':
      return anchors.has(part.anchor)
        ? markup`<a class="ref" href="#${part.anchor}">${part.label}</a>`
        : markup`<span class="ref">${part.label}</span>`;
    case 'name':
      return anchors.has(part.anchor)
        ? markup`<a class="name" href="#${part.anchor}">${breakable(part.text)}</a>`
        : breakable(part.text);
    case 'number':
      return markup`<strong>${part.label}</strong>`;
    case 'unresolved':
      return markup`<strong class="unresolved">[${part.text}]</strong>`;
    case 'break':
      return markup`<br>`;
    case 'mark':
      return markup`<span class="sign" title="${part.standing}, ${part.confidence} confidence">${markerSvg(part)}</span>`;
    default:
      throw new Error(`no HTML for ${JSON.stringify(part)}`);
  }
}

/** Paths, addresses and names of hosts may break after their separators, and so do not break within a name. */
const breakable = (value: string): Markup =>
  join(
    value
      .split(WHOLE)
      .map((part, n) =>
        n % 2 === 1 ? markup`<span class="whole">${part}</span>` : separable(part),
      ),
  );

/** A date is not to end a line at its hyphen, nor a number to stand apart from its sign. */
const WHOLE = /(\b\d{4}-\d{2}-\d{2}\b|\b\d+ %)/;

const separable = (value: string): Markup =>
  join(
    value
      .split(/(?<=[\\/@=&?;])(?=\S)|(?<=,)(?=[^\s\d])|(?<=\w\.)(?=[A-Za-z]{5})/)
      .flatMap((part, n) => (n === 0 ? [part] : [BREAK, part])),
  );

const BREAK = markup`<wbr>`;

function marked(inner: Markup, mark: TextMark): Markup {
  switch (mark) {
    case 'strong':
      return markup`<strong>${inner}</strong>`;
    case 'emphasis':
      return markup`<em>${inner}</em>`;
    case 'underline':
      return markup`<u>${inner}</u>`;
    case 'strike':
      return markup`<s>${inner}</s>`;
    case 'faint':
      return markup`<span class="faint">${inner}</span>`;
    default:
      throw new Error(`no HTML for the mark ${String(mark)}`);
  }
}
