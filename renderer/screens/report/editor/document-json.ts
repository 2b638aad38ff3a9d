import type { JSONContent } from '@tiptap/core';
import type { ReportNode } from '#shared/model/report.ts';
import { ATTR_DEFAULTS, REPORT_NODES } from '#shared/report/schema.ts';

/** What a ProseMirror document's `toJSON` gives, as far as it is read here. */
export interface EditorNode {
  readonly type?: string | undefined;
  readonly attrs?: { readonly [name: string]: unknown } | undefined;
  readonly content?: readonly EditorNode[] | undefined;
  readonly marks?: readonly { readonly type: string }[] | undefined;
  readonly text?: string | undefined;
}

/**
 * The editor's document as the report keeps it: only attributes that the report's schema knows, in its order, and
 * none that say what is said anyway. Two documents that mean the same are the same text as JSON.
 */
export function reportNode(node: EditorNode): ReportNode {
  const type = node.type ?? '';
  const attrs = attrsOf(type, node.attrs ?? {});
  const marks = (node.marks ?? []).map((mark) => ({ type: mark.type }));
  return {
    type,
    ...(attrs !== undefined && { attrs }),
    ...(node.content !== undefined &&
      node.content.length > 0 && { content: node.content.map(reportNode) }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: node.text }),
  };
}

function attrsOf(type: string, given: { readonly [name: string]: unknown }): ReportNode['attrs'] {
  const kept = Object.keys(REPORT_NODES[type]?.attrs ?? {}).flatMap((name) => {
    const value = given[name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return value === ATTR_DEFAULTS[type]?.[name] ? [] : [[name, value] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

export const sameDocument = (a: ReportNode, b: ReportNode): boolean =>
  JSON.stringify(reportNode(a)) === JSON.stringify(reportNode(b));

const EMPTY: ReportNode = { type: 'paragraph' };
/** Nothing can be typed right before or after one of these without a paragraph there. */
const CLOSED = new Set(['guidance', 'live', 'table', 'horizontalRule']);

/**
 * The document with somewhere to write: after guidance and at the end. An empty paragraph prints nothing, so what
 * the section says stays the same.
 */
export function withRoomToWrite(document: ReportNode): ReportNode {
  const content = document.content ?? [];
  const roomy = content.flatMap((node, n) => {
    const next = content[n + 1];
    const closedAfter = next === undefined || CLOSED.has(next.type);
    const needs = node.type === 'guidance' ? closedAfter : next === undefined;
    return CLOSED.has(node.type) && needs ? [node, EMPTY] : [node];
  });
  return { ...document, content: roomy.length === 0 ? [EMPTY] : roomy };
}

/** The same as the editor takes it. */
export const editorNode = ({ type, attrs, content, marks, text }: ReportNode): JSONContent => ({
  type,
  ...(attrs !== undefined && { attrs: { ...attrs } }),
  ...(content !== undefined && { content: content.map(editorNode) }),
  ...(marks !== undefined && { marks: marks.map((mark) => ({ type: mark.type })) }),
  ...(text !== undefined && { text }),
});
