import type { RecordId } from '../model/ids.ts';
import type { CaseRecord, RecordType } from '../records/record-kinds.ts';
import type { WorkState } from './work-state.ts';

type MapKey = Exclude<keyof WorkState, 'title' | 'reviewed'>;
type MapOf<K extends MapKey> =
  WorkState[K] extends ReadonlyMap<infer Id, infer Item> ? Map<Id, Item> : never;

/**
 * A state being changed. Each map and list is copied the first time it is written and written in place after
 * that, so that one operation costs one small copy and a hundred thousand cost no more than one.
 */
export class WorkDraft {
  private readonly next: { -readonly [K in keyof WorkState]: WorkState[K] };
  private readonly own = new Set<object>();
  private changed = false;

  constructor(private readonly base: WorkState) {
    this.next = { ...base };
  }

  get now(): WorkState {
    return this.next;
  }

  setTitle(title: string): void {
    this.next.title = title;
    this.changed = true;
  }

  setReviewed(changes: WorkState['reviewed']): void {
    this.next.reviewed = changes;
    this.changed = true;
  }

  /** The map for writing. */
  map<K extends MapKey>(key: K): MapOf<K> {
    this.changed = true;
    const map = this.next[key];
    if (this.own.has(map)) return map as unknown as MapOf<K>;
    const copy = new Map<unknown, unknown>(map) as unknown as MapOf<K>;
    this.own.add(copy);
    (this.next as Record<MapKey, unknown>)[key] = copy;
    return copy;
  }

  /** The records of one type, for writing. */
  records(type: RecordType): Map<RecordId, CaseRecord> {
    const byType = this.map('records');
    const records = byType.get(type);
    if (records !== undefined && this.own.has(records)) return records as Map<RecordId, CaseRecord>;
    const copy = new Map(records);
    this.own.add(copy);
    byType.set(type, copy);
    return copy;
  }

  /** The list with an item more: in place when it is this draft's own. */
  appended<T>(list: readonly T[] | undefined, item: T): readonly T[] {
    if (list !== undefined && this.own.has(list)) {
      (list as T[]).push(item);
      return list;
    }
    const copy = list === undefined ? [item] : [...list, item];
    this.own.add(copy);
    return copy;
  }

  /** The state as it is now; untouched, it is the one the draft began with. The draft ends here. */
  finish(): WorkState {
    this.own.clear();
    return this.changed ? this.next : this.base;
  }
}
