import * as fc from 'fast-check';
import type { AnalystId } from '#shared/model/ids.ts';
import { nextHlc } from '#shared/work/hlc.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { anyBody, noteEdit, op } from './example-ops.ts';

type Step =
  | { readonly do: 'act'; readonly who: number; readonly body: OpBody }
  | { readonly do: 'retract' | 'edit-note'; readonly who: number; readonly which: number }
  | { readonly do: 'merge'; readonly who: number; readonly from: number };

const who = fc.nat({ max: 2 });

/** Three laptops whose clocks disagree, working apart and taking over each other's ops now and then. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('act' as const), who, body: anyBody }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('retract' as const, 'retract' as const, 'edit-note' as const),
      who,
      which: fc.nat(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), who, from: who }) },
);

/** All ops of such a team, in the order in which they were made. */
export const teamOps: fc.Arbitrary<readonly Op[]> = fc
  .array(step, { minLength: 1, maxLength: 60 })
  .map((steps) => {
    const laptops = [0, 1, 2].map((n) => ({
      log: new WorkLog(),
      analyst: (n === 1 ? 'bob' : 'alice') as AnalystId,
      node: `0000000${n}`,
      wall: 1_700_000_000_000 + n * 7_000,
    }));
    const all: Op[] = [];
    for (const one of steps) {
      const laptop = laptops[one.who];
      if (laptop === undefined) throw new Error('three laptops');
      const { log, analyst, node } = laptop;
      if (one.do === 'merge') {
        log.add(laptops[one.from]?.log.ops.slice() ?? []);
        continue;
      }
      const body = one.do === 'act' ? one.body : onExisting(one, log);
      if (body === undefined) continue;
      laptop.wall += 3;
      const sealed = op(body, {
        analyst,
        clock: nextHlc(log.clock, laptop.wall, node),
        after: log.heads,
      });
      log.add([sealed]);
      all.push(sealed);
    }
    return all;
  });

function onExisting(
  { do: what, which }: Extract<Step, { readonly which: number }>,
  log: WorkLog,
): OpBody | undefined {
  const target = log.ops[which % Math.max(1, log.ops.length)];
  if (target === undefined) return undefined;
  return what === 'retract'
    ? { kind: 'retract', op: target.id }
    : noteEdit(target.id, `edited ${which}`);
}
