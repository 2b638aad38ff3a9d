import type { WorkState } from '../work/work-state.ts';
import { entityGroups } from './entity-groups.ts';
import type { EntityRef } from './entity-kinds.ts';

/** On whose side somebody is, as far as verdicts say. */
export type Side = 'intruder' | 'business' | 'unknown';

export const SIDE_NAMES: { readonly [S in Side]: string } = {
  intruder: 'Intruder',
  business: 'Business',
  unknown: 'No verdict',
};

/** Hostile and compromised ones are the intruder's, cleared ones the business's; of others nobody has said it. */
export function sideOf(state: WorkState, entity: EntityRef): Side {
  const record = entityGroups(state).recordOf(entity);
  if (record === undefined) return 'unknown';
  if (record.hostile === true || record.verdict === 'compromised') return 'intruder';
  return record.verdict === 'cleared' ? 'business' : 'unknown';
}
