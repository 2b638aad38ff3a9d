import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import type { NegativeFinding } from '#shared/records/kinds/negative-finding.ts';
import type { OpBody } from '#shared/work/op.ts';

export const filterOf = ({ query, from, to }: NegativeFinding): EventFilter => ({
  query,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** Runs a recorded search over the evidence there is now, as the edit that records what it gave. */
export async function lookAgain(
  engine: EngineClient,
  finding: NegativeFinding,
  signal: AbortSignal,
): Promise<OpBody> {
  const outcome = await engine.call('learning.lookFor', filterOf(finding), signal);
  return { kind: 'record.edit', type: 'negative-finding', record: finding.id, change: outcome };
}
