import type { BoardItemId, FindingId, RecordId } from '../model/ids.ts';
import { membersOf } from '../work/event-sets.ts';
import { recordsOf } from '../work/records.ts';
import type { WorkState } from '../work/work-state.ts';
import { techniqueOfTag } from './technique-tags.ts';

/** What of a case speaks of one technique. */
export interface TechniqueUse {
  readonly findings: readonly FindingId[];
  readonly items: readonly BoardItemId[];
  readonly actions: readonly RecordId[];
  /** Searches that found nothing of it. */
  readonly lookedFor: readonly RecordId[];
  /** Tags named after it, and how many events bear them; an event with two such tags counts twice. */
  readonly tags: readonly string[];
  readonly events: number;
}

export type TechniqueUses = ReadonlyMap<string, TechniqueUse>;

export const NO_USE: TechniqueUse = {
  findings: [],
  items: [],
  actions: [],
  lookedFor: [],
  tags: [],
  events: 0,
};

/** How often a technique is named in all, searches that found nothing left out. */
export const shownBy = ({ findings, items, actions, events }: TechniqueUse): number =>
  findings.length + items.length + actions.length + events;

/** Techniques that the case names, by id. Dismissed findings do not count. */
export function techniqueUses(state: WorkState): TechniqueUses {
  const uses = new Map<string, TechniqueUse>();
  const add = (
    technique: string | undefined,
    change: (use: TechniqueUse) => Partial<TechniqueUse>,
  ): void => {
    if (technique === undefined) return;
    const use = uses.get(technique) ?? NO_USE;
    uses.set(technique, { ...use, ...change(use) });
  };
  for (const { id, technique, status } of state.findings.values()) {
    if (status !== 'dismissed') add(technique, (use) => ({ findings: [...use.findings, id] }));
  }
  for (const { id, technique } of state.board.values()) {
    add(technique, (use) => ({ items: [...use.items, id] }));
  }
  for (const { id, technique } of recordsOf(state, 'action').values()) {
    add(technique, (use) => ({ actions: [...use.actions, id] }));
  }
  for (const { id, technique, matched } of recordsOf(state, 'negative-finding').values()) {
    if (matched === 0) add(technique, (use) => ({ lookedFor: [...use.lookedFor, id] }));
  }
  for (const { name, assigned } of state.tags.values()) {
    const { count } = membersOf(assigned);
    if (count === 0) continue;
    add(techniqueOfTag(name), (use) => ({
      tags: [...use.tags, name],
      events: use.events + count,
    }));
  }
  return uses;
}
