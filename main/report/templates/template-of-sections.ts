import type { Params } from '#shared/ipc/engine-api.ts';
import type { ReportNode } from '#shared/model/report.ts';
import { citationOf, liveBlockOf } from '#shared/report/document-parts.ts';
import { TEMPLATE_FORMAT, type TemplateFile } from './template-file.ts';

/**
 * A report's sections as a template: texts, tables and live blocks stay; what means something in this one case only
 * is left out: citations, blocks of one finding, and what was frozen. A sentence keeps a gap for each name in it.
 */
export const templateOfSections = ({
  sections,
  ...told
}: Params<'report.template.save'>): TemplateFile => ({
  fireline: 'report-template',
  format: TEMPLATE_FORMAT,
  ...told,
  sections: sections.map(({ content, ...section }) => ({
    ...section,
    body: [{ document: withoutCase(content) ?? EMPTY }],
  })),
});

const EMPTY: ReportNode = { type: 'doc', content: [{ type: 'paragraph' }] };

const NAMELESS: ReportNode = { type: 'text', text: '[…]' };

function withoutCase(node: ReportNode): ReportNode | undefined {
  if (node.type === 'citation') return citationOf(node)?.kind === 'entity' ? NAMELESS : undefined;
  if (node.type === 'live') {
    const block = liveBlockOf(node);
    if (block === undefined || block.kind === 'finding') return undefined;
    const { frozen: _frozen, ...attrs } = node.attrs ?? {};
    return { ...node, attrs };
  }
  if (node.content === undefined) return node;
  const content = node.content.flatMap((child) => withoutCase(child) ?? []);
  // A section of nothing else keeps a line to write on.
  return {
    ...node,
    content: content.length === 0 && node.type === 'doc' ? (EMPTY.content ?? []) : content,
  };
}
