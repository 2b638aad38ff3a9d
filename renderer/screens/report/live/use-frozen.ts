import { useMemo } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { LiveBlock } from '#shared/model/report.ts';
import type { Block } from '#shared/report/content/block.ts';
import { readFrozen } from '#shared/report/content/frozen.ts';
import { recordOf } from '#shared/work/records.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { useRead } from '#renderer/bridge/use-read.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import { useWork, useWorkView } from '#renderer/state/work-context.tsx';
import { tellDone } from '#renderer/state/work-acts.ts';
import { settledWork } from '#renderer/state/settled-work.ts';
import { useOpenReportId } from '../open-report.ts';
import { frozenRecord } from './freezing.ts';

/** A frozen block as it is shown: what it said, or why that cannot be shown. */
export type FrozenView =
  | {
      readonly at: bigint;
      readonly blocks: readonly Block[];
      readonly stale: boolean;
    }
  | {
      readonly at: bigint;
      readonly blocks: undefined;
      readonly stale: false;
      readonly why: string;
    };

/** What a block showed when it was frozen; undefined for a live one. */
export function useFrozen(id: RecordId | undefined): FrozenView | undefined {
  const report = useOpenReportId();
  const record = useWorkView(({ state }) => recordOf(state, 'frozen', id));
  const { data } = useRead('report.frozen', { report }, { enabled: id !== undefined });
  const read = useMemo(
    () => (record === undefined ? undefined : readFrozen(record.content)),
    [record],
  );
  // Undone while its block still names it: the block is live again.
  if (record === undefined || read === undefined) return undefined;
  if (!read.ok)
    return { at: record.at, blocks: undefined, stale: false, why: read.failure.message };
  const stale = data?.find((one) => one.record === id)?.stale ?? false;
  return { at: record.at, blocks: read.value, stale };
}

/** Freezes a block as it is now, or makes it live again. */
export function useFreezing(change: (attrs: { readonly frozen: string }) => void) {
  const work = useWork();
  const engine = useEngine();
  const report = useOpenReportId();
  const freeze = async (block: LiveBlock, title: string): Promise<void> => {
    await settledWork(work);
    const { at, contents } = await engine.call('report.freeze', { report, blocks: [block] });
    const record = frozenRecord({ report, block, title, at, content: contents[0] ?? '[]' });
    void tellDone(work, work.act({ kind: 'record.add', record }));
    change({ frozen: record.id });
  };
  return {
    freeze: (block: LiveBlock, title: string): void =>
      void freeze(block, title).catch((error: unknown) =>
        notifyFailure('The block is not frozen.', error),
      ),
    thaw: (): void => change({ frozen: '' }),
  };
}
