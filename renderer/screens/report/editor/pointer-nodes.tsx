import { Node } from '@tiptap/core';
import type { AnyExtension } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { CitationChip } from '../cite/citation-chip.tsx';
import { LiveBlockView } from '../live/live-block-view.tsx';
import { attributesOf } from './report-schema.ts';

const datum = (name: string) => ({
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? undefined,
  renderHTML: (attributes: { readonly [name: string]: unknown }) => ({
    [`data-${name}`]: String(attributes[name]),
  }),
});

/** Attributes that go along when a part of a report is copied and pasted. */
const carried = (type: string) =>
  Object.fromEntries(
    Object.entries(attributesOf(type)).map(([name, attribute]) => {
      const number = typeof attribute.default === 'number';
      const { parseHTML, renderHTML } = datum(name);
      return [
        name,
        {
          ...attribute,
          renderHTML,
          parseHTML: (element: HTMLElement) => {
            const text = parseHTML(element) ?? attribute.default;
            return number ? Number(text) : text;
          },
        },
      ];
    }),
  );

const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => carried('citation'),
  parseHTML: () => [{ tag: 'span[data-citation]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-citation': '', ...HTMLAttributes }],
  addNodeView: () => ReactNodeViewRenderer(CitationChip, { as: 'span', className: 'fl-cite' }),
});

const Live = Node.create({
  name: 'live',
  group: 'block',
  atom: true,
  addAttributes: () => carried('live'),
  parseHTML: () => [{ tag: 'div[data-live]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-live': '', ...HTMLAttributes }],
  addNodeView: () => ReactNodeViewRenderer(LiveBlockView),
});

/** What points into the case: shown as what it points at. */
export const POINTER_NODES: readonly AnyExtension[] = [Citation, Live];
