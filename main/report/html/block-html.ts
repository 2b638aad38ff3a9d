import { EMPTY, type Markup, markup } from '#shared/report/markup.ts';
import { drawFigure } from '#shared/report/content/draw-figure.ts';
import type { Block, Facts } from '#shared/report/content/block.ts';
import { type Anchors, inlineHtml } from './inline-html.ts';
import { gridHtml, tableHtml } from './table-html.ts';

export const blocksHtml = (blocks: readonly Block[], anchors: Anchors): readonly Markup[] =>
  blocks.map((block) => blockHtml(block, anchors));

function blockHtml(block: Block, anchors: Anchors): Markup {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block, anchors);
    case 'paragraph':
      return markup`<p>${inlineHtml(block.text, anchors)}</p>`;
    case 'list': {
      const items = block.items.map((item) => markup`<li>${blocksHtml(item, anchors)}</li>`);
      return block.start === undefined
        ? markup`<ul>${items}</ul>`
        : markup`<ol start="${block.start}">${items}</ol>`;
    }
    case 'quote':
      return markup`<blockquote>${blocksHtml(block.blocks, anchors)}</blockquote>`;
    case 'listing':
      return markup`<pre>${block.text}</pre>`;
    case 'rule':
      return markup`<hr>`;
    case 'table':
      return tableHtml(block.table, anchors);
    case 'grid':
      return gridHtml(block.rows, (cell) => blocksHtml(cell.blocks, anchors));
    case 'facts':
      return factsHtml(block.facts, anchors);
    case 'figure':
      return markup`<figure>${drawFigure(block)}<figcaption>${inlineHtml(block.caption, anchors)}</figcaption></figure>`;
    case 'notice':
      return markup`<p class="notice ${block.tone}">${inlineHtml(block.text, anchors)}</p>`;
    default:
      throw new Error(`no HTML for ${JSON.stringify(block)}`);
  }
}

type Heading = Extract<Block, { kind: 'heading' }>;

export function headingHtml({ level, number, anchor, text }: Heading, anchors: Anchors): Markup {
  const id = anchor === undefined ? EMPTY : markup` id="${anchor}"`;
  const lead = number === undefined ? EMPTY : markup`<span class="number">${number}</span> `;
  const content = markup`${lead}${inlineHtml(text, anchors)}`;
  if (level === 1) return markup`<h1${id}>${content}</h1>`;
  if (level === 2) return markup`<h2${id}>${content}</h2>`;
  return level === 3 ? markup`<h3${id}>${content}</h3>` : markup`<h4${id}>${content}</h4>`;
}

function factsHtml({ anchor, label, title, rows }: Facts, anchors: Anchors): Markup {
  const id = anchor === undefined ? EMPTY : markup` id="${anchor}"`;
  const lines = rows.map(
    ({ name, value, short }) =>
      markup`<div${short !== true && markup` class="wide"`}><dt>${name}</dt><dd>${inlineHtml(value, anchors)}</dd></div>`,
  );
  return markup`<section class="facts"${id}><p class="facts-title">${label !== undefined && markup`<span class="number">${label}</span> `}<span class="said">${inlineHtml(title, anchors)}</span></p><dl>${lines}</dl></section>`;
}
