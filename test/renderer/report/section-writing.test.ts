import { describe, expect, it } from 'vitest';
import { SectionWriting, draftKey } from '#renderer/screens/report/editor/section-writing.ts';
import type { WritingOptions } from '#renderer/screens/report/editor/section-writing.ts';
import { untold } from '#shared/entities/untold.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import type { Op, OpBody } from '#shared/work/op.ts';

const REPORT = 'report-1' as ReportId;
const SECTION = 'section-1' as SectionId;
const KEY = draftKey(REPORT, SECTION);

const says = (text: string): ReportNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** A case's work of one section, whose saves are let through by hand. */
function desk(first: string, draft?: ReportNode) {
  let section: ReportSection = {
    id: SECTION,
    rank: 'a0',
    level: 1,
    title: 'Summary',
    appendix: false,
    content: says(first),
  };
  const drafts = new Map<string, unknown>(draft === undefined ? [] : [[KEY, draft]]);
  const acts: OpBody[] = [];
  let settle: (result: Result<readonly Op[]>) => void = () => undefined;
  const work = {
    info: {},
    drafts: {
      read: (key: string) => (drafts.has(key) ? { key, value: drafts.get(key), at: 0 } : undefined),
      write: (key: string, value: unknown) => void drafts.set(key, value),
      clear: (key: string) => void drafts.delete(key),
    },
    log: { state: { reports: { get: () => ({ sections: { get: () => section } }) } } },
    actAll: (bodies: readonly OpBody[]) => {
      acts.push(...bodies);
      for (const body of bodies) if (body.kind === 'report.section') section = body.section;
      return new Promise<Result<readonly Op[]>>((resolve) => (settle = resolve));
    },
  } as unknown as WritingOptions['work'];
  return {
    work,
    drafts,
    acts,
    answer: async (result: Result<readonly Op[]>): Promise<void> => {
      settle(result);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    content: () => section.content,
  };
}

const writingIn = ({ work }: ReturnType<typeof desk>): SectionWriting =>
  new SectionWriting({ work, report: REPORT, section: SECTION });

describe('what is typed in a section', () => {
  it('is a draft at once and an operation at a pause, and no draft once that is saved', async () => {
    const { drafts, acts, answer, content, ...rest } = desk('Before.');
    const writing = writingIn({ drafts, acts, answer, content, ...rest });
    writing.typed(says('Before. After.'));
    expect(drafts.get(KEY)).toEqual(says('Before. After.'));
    expect(acts).toEqual([]);
    writing.commit();
    expect(content()).toEqual(says('Before. After.'));
    expect(drafts.has(KEY)).toBe(true);
    await answer(ok([]));
    expect(drafts.has(KEY)).toBe(false);
  });

  it('stays a draft when the operation is not saved', async () => {
    const table = desk('Before.');
    const writing = writingIn(table);
    writing.typed(says('After.'));
    writing.commit();
    await table.answer(fail('disk-full', 'The disk is full.'));
    expect(table.drafts.get(KEY)).toEqual(says('After.'));
  });

  it('keeps the newer draft when an older operation is saved', async () => {
    const table = desk('Before.');
    const writing = writingIn(table);
    writing.typed(says('One.'));
    writing.commit();
    writing.typed(says('One. Two.'));
    await table.answer(ok([]));
    expect(table.drafts.get(KEY)).toEqual(says('One. Two.'));
    writing.commit();
    await table.answer(ok([]));
    expect(table.drafts.has(KEY)).toBe(false);
  });

  it('is taken up again from the draft of a run that was killed', async () => {
    const table = desk('Before.', says('Before. And more.'));
    const writing = writingIn(table);
    expect(writing.content).toEqual(says('Before. And more.'));
    writing.resume();
    expect(table.acts).toHaveLength(1);
    expect(table.content()).toEqual(says('Before. And more.'));
  });

  it('is of one act with the record of an entity that it is the first to name', () => {
    const table = desk('Before.');
    const writing = writingIn(table);
    const record = untold({ kind: 'host', value: 'FILESRV' });
    writing.typed(says('To FILESRV.'));
    writing.commit([{ kind: 'record.add', record }]);
    expect(table.acts.map(({ kind }) => kind)).toEqual(['report.section', 'record.add']);
    expect(writing.isOpen).toBe(false);
  });

  it('makes no operation of what says the same', () => {
    const table = desk('Before.');
    const writing = writingIn(table);
    writing.typed(says('Before.'));
    writing.commit();
    expect(table.acts).toEqual([]);
    expect(table.drafts.has(KEY)).toBe(false);
  });
});
