import type { CaseInfo } from '#shared/model/case.ts';
import type { OpId } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Hlc } from '#shared/work/hlc.ts';
import { nextHlc } from '#shared/work/hlc.ts';
import type { Op } from '#shared/work/op.ts';
import { sealOp } from '#shared/work/seal.ts';
import type { TimedAct } from './story-clock.ts';

/** The process in the clock of the sample's operations. */
const NODE = '5a3b1e00';

/**
 * The acts as operations, in the order in which they were done, with the clock of the story: what was known when can
 * be looked at as in a case that took days. They know of one another and of nothing else in the case.
 * @throws FailureError when an act is not what an operation log may hold: a bug
 */
export function storyOps(
  { id, analyst }: Pick<CaseInfo, 'id' | 'analyst'>,
  acts: readonly TimedAct[],
): readonly Op[] {
  let clock: Hlc | undefined;
  let after: readonly OpId[] = [];
  return [...acts]
    .sort((a, b) => a.knownAt - b.knownAt)
    .map(({ knownAt, ...act }) => {
      clock = nextHlc(clock, knownAt, NODE);
      const sealed = sealOp({ case: id, clock, after, analyst: analyst.id, ...act });
      if (!sealed.ok) throw new FailureError(sealed.failure);
      after = [sealed.value.id];
      return sealed.value;
    });
}
