import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { RecordId, ReportId } from '#shared/model/ids.ts';
import type { LiveBlock, ReportNode } from '#shared/model/report.ts';
import type { Instant } from '#shared/model/time.ts';
import type { RecordOfType } from '#shared/records/record-kinds.ts';
import { frozenOf, liveBlockOf, liveKey } from '#shared/report/document-parts.ts';
import type { OpBody } from '#shared/work/op.ts';
import { saved } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { settledWork } from '#renderer/state/settled-work.ts';
import { LIVE_BLOCKS } from './live-kinds.ts';

interface Kept {
  readonly report: ReportId;
  readonly block: LiveBlock;
  readonly title: string;
  readonly at: bigint;
  readonly content: string;
}

export const frozenRecord = ({
  report,
  block,
  title,
  at,
  content,
}: Kept): RecordOfType<'frozen'> => ({
  id: crypto.randomUUID() as string as RecordId,
  type: 'frozen',
  report,
  title,
  block: liveKey(block),
  at: at as Instant,
  content,
});

/**
 * Freezes every live block of a report as one act. Throws a FailureError when one cannot be.
 * @returns how many were frozen
 */
export async function freezeAll(
  work: Work,
  engine: EngineClient,
  report: ReportId,
): Promise<number> {
  await settledWork(work);
  const sections = [...(work.log.state.reports.get(report)?.sections.values() ?? [])];
  const blocks = new Map(
    sections
      .flatMap(({ content }) => liveIn(content))
      .map((block) => [liveKey(block), block] as const),
  );
  if (blocks.size === 0) return 0;
  const { at, contents } = await engine.call('report.freeze', {
    report,
    blocks: [...blocks.values()],
  });
  const records = new Map(
    [...blocks].map(([key, block], n) => {
      const { title } = LIVE_BLOCKS[block.kind];
      return [key, frozenRecord({ report, block, title, at, content: contents[n] ?? '[]' })];
    }),
  );
  const added = [...records.values()].map((record): OpBody => ({ kind: 'record.add', record }));
  const written = sections.flatMap((section): readonly OpBody[] => {
    const content = withFrozen(section.content, records);
    if (content === section.content) return [];
    return [{ kind: 'report.section', report, section: { ...section, content } }];
  });
  await saved(work.actAll([...added, ...written]));
  await settledWork(work);
  return records.size;
}

function liveIn(node: ReportNode): readonly LiveBlock[] {
  if (node.type !== 'live') return (node.content ?? []).flatMap(liveIn);
  const block = liveBlockOf(node);
  return block === undefined || frozenOf(node) !== undefined ? [] : [block];
}

function withFrozen(
  node: ReportNode,
  records: ReadonlyMap<string, RecordOfType<'frozen'>>,
): ReportNode {
  if (node.type === 'live') {
    const block = frozenOf(node) === undefined ? liveBlockOf(node) : undefined;
    const record = block === undefined ? undefined : records.get(liveKey(block));
    return record === undefined ? node : { ...node, attrs: { ...node.attrs, frozen: record.id } };
  }
  const content = node.content?.map((child) => withFrozen(child, records));
  const same = content?.every((child, n) => child === node.content?.[n]) ?? true;
  return same || content === undefined ? node : { ...node, content };
}
