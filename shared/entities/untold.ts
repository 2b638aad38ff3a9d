import type { Entity } from '../records/kinds/entity.ts';
import { entityId } from './entity-key.ts';
import type { EntityRef } from './entity-kinds.ts';

/** A record that says nothing yet. What is said of it is a change: two analysts' words meet on one record. */
export const untold = ({ kind, value }: EntityRef): Entity => ({
  id: entityId({ kind, value }),
  type: 'entity',
  kind,
  value,
  aliases: [],
  verdict: 'unknown',
  analysis: 'not-started',
});
