import { describe, expect, it } from 'vitest';
import { CommitQueue, type Commit } from '#main/store/commit-queue.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { batchOf, sampleEvents } from './sample-events.ts';

const batch = batchOf(sampleEvents(5));
const file = (n: number): EvidenceIndex => n as EvidenceIndex;

/** A store that notes what it is given, and fails for files of its choice. */
function noting(fails: (commit: Commit) => boolean = () => false) {
  const commits: string[] = [];
  const told: string[] = [];
  const queue = new CommitQueue(
    async (commit) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (fails(commit)) throw new Error('no');
      commits.push(
        [
          ...commit.batches.map(({ evidence }) => `batch ${evidence}`),
          ...commit.endings.map(({ evidence }) => `end ${evidence}`),
        ].join(', '),
      );
    },
    () => true,
  );
  const add = (n: number): Promise<void> =>
    queue.add({
      evidence: file(n),
      batch,
      committed: () => told.push(`rows ${n}`),
      failed: () => told.push(`lost ${n}`),
    });
  const end = (n: number): void =>
    queue.end({
      evidence: file(n),
      committed: () => told.push(`whole ${n}`),
      failed: () => told.push(`not whole ${n}`),
    });
  return { queue, commits, told, add, end };
}

describe('the queue of commits', () => {
  it('takes small files in together, each with its end', async () => {
    const { queue, commits, told, add, end } = noting();
    for (let n = 0; n < 4; n++) {
      await add(n);
      end(n);
    }
    await queue.flush();
    // The first is not kept waiting; those that came while it was written share the next.
    expect(commits).toEqual(['batch 0, end 0', 'batch 1, batch 2, batch 3, end 1, end 2, end 3']);
    expect(told.filter((one) => one.startsWith('whole'))).toHaveLength(4);
  });

  it('calls no file whole whose earlier batch is lost', async () => {
    const { queue, commits, told, add, end } = noting(({ batches }) =>
      batches.some(({ evidence }) => evidence === file(7)),
    );
    await add(7);
    queue.hurry();
    end(7);
    await add(8);
    end(8);
    await queue.flush();
    expect(told.sort()).toEqual(['lost 7', 'not whole 7', 'rows 8', 'whole 8']);
    expect(commits).toEqual(['batch 8, end 8']);
  });

  it('lets one file’s fault be its own', async () => {
    const { queue, told, add, end } = noting(({ batches }) =>
      batches.some(({ evidence }) => evidence === file(2)),
    );
    await add(0);
    queue.hurry();
    for (let n = 1; n < 4; n++) {
      await add(n);
      end(n);
    }
    await queue.flush();
    expect(told.sort()).toEqual([
      'lost 2',
      'not whole 2',
      'rows 0',
      'rows 1',
      'rows 3',
      'whole 1',
      'whole 3',
    ]);
  });
});
