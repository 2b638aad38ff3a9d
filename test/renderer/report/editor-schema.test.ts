// @vitest-environment jsdom
import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { SHIPPED_TEMPLATES } from '#main/report/templates/shipped-templates.ts';
import { sectionsOf } from '#main/report/templates/template-file.ts';
import {
  editorNode,
  reportNode,
  sameDocument,
  withRoomToWrite,
} from '#renderer/screens/report/editor/document-json.ts';
import { POINTER_NODES } from '#renderer/screens/report/editor/pointer-nodes.tsx';
import { WRITTEN_NODES } from '#renderer/screens/report/editor/report-schema.ts';
import type { ReportNode } from '#shared/model/report.ts';
import { checkDocument } from '#shared/report/check-document.ts';
import { REPORT_MARKS, REPORT_NODES } from '#shared/report/schema.ts';
import { sections } from '#test/report/harbour-sections.ts';

const schema = getSchema([...WRITTEN_NODES, ...POINTER_NODES]);

const documents: readonly ReportNode[] = [
  ...[...SHIPPED_TEMPLATES.values()].flatMap((one) =>
    sectionsOf(one).map(({ content }) => content),
  ),
  ...sections.map(({ content }) => content),
];

describe('the editor', () => {
  it('knows exactly the nodes and marks that a report can print', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(REPORT_NODES).sort());
    expect(Object.keys(schema.marks).sort()).toEqual([...REPORT_MARKS].sort());
  });

  it('takes every document of the templates and gives it back unchanged, fit to print', () => {
    expect(documents.length).toBeGreaterThan(10);
    for (const document of documents) {
      const roomy = withRoomToWrite(document);
      const node = schema.nodeFromJSON(editorNode(roomy));
      node.check();
      const back = reportNode(node.toJSON() as ReportNode);
      expect(sameDocument(back, roomy)).toBe(true);
      expect(checkDocument(back).ok).toBe(true);
    }
  });

  it('gives room to write after guidance and at the end, and none where there is some', () => {
    const guidance: ReportNode = { type: 'guidance', content: [{ type: 'text', text: 'Say it.' }] };
    const live: ReportNode = { type: 'live', attrs: { kind: 'metrics' } };
    const types = (node: ReportNode) => (node.content ?? []).map(({ type }) => type);
    expect(types(withRoomToWrite({ type: 'doc', content: [guidance, live] }))).toEqual([
      'guidance',
      'paragraph',
      'live',
      'paragraph',
    ]);
    const written: ReportNode = { type: 'doc', content: [guidance, { type: 'paragraph' }] };
    expect(withRoomToWrite(written)).toEqual(written);
  });
});
