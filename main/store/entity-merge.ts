import { entityForm } from '#shared/entities/entity-key.ts';
import type { EntitySeen } from '#shared/ipc/entities.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';

export interface Seen {
  readonly events: number;
  readonly first?: bigint;
  readonly last?: bigint;
}

interface Merged {
  kind: EntityKind;
  value: string;
  /** Events under the writing that is shown, which is the most frequent one. */
  most: number;
  forms: string[];
  fields: string[];
  events: number;
  first: bigint | undefined;
  last: bigint | undefined;
  /** Nothing but listings of disks names it. */
  listed: boolean;
}

/** Values of a kind that are held before further ones are only known to exist. */
const HELD = 200_000;
/** Writings of one value that are kept. */
const FORMS = 20;

/** The earlier of two times, of which either may be absent. */
export const earlier = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;
export const later = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** Gathers writings of values into entities. */
export class EntityMerge {
  readonly #byKind = new Map<EntityKind, Map<string, Merged>>();
  readonly #full = new Set<EntityKind>();

  /** There are more values of this kind than came here. */
  full(kind: EntityKind): void {
    this.#full.add(kind);
  }

  add(kind: EntityKind, value: string, field: string, seen: Seen, listed = false): void {
    const form = entityForm(kind, value);
    const known = this.#byKind.get(kind) ?? new Map<string, Merged>();
    this.#byKind.set(kind, known);
    const found = known.get(form);
    if (found === undefined) {
      if (known.size >= HELD) return this.full(kind);
      known.set(form, {
        kind,
        value,
        most: seen.events,
        forms: [value],
        fields: [field],
        events: seen.events,
        first: seen.first,
        last: seen.last,
        listed,
      });
      return;
    }
    if (seen.events > found.most) [found.value, found.most] = [value, seen.events];
    if (found.forms.length < FORMS && !found.forms.includes(value)) found.forms.push(value);
    if (!found.fields.includes(field)) found.fields.push(field);
    found.listed &&= listed;
    found.events += seen.events;
    found.first = earlier(found.first, seen.first);
    found.last = later(found.last, seen.last);
  }

  /** For each kind so many entities, those with most events first; after all of them what is only listed. */
  most(count: number): {
    readonly listed: readonly EntitySeen[];
    readonly more: readonly EntityKind[];
  } {
    const listed: EntitySeen[] = [];
    for (const [kind, known] of this.#byKind) {
      const sorted = [...known.values()].sort(
        (a, b) =>
          Number(a.listed) - Number(b.listed) ||
          b.events - a.events ||
          (a.value < b.value ? -1 : 1),
      );
      if (sorted.length > count) this.full(kind);
      for (const { first, last, listed: only, ...one } of sorted.slice(0, count)) {
        listed.push({
          kind,
          value: one.value,
          forms: one.forms,
          fields: one.fields,
          events: one.events,
          ...(first !== undefined && { first }),
          ...(last !== undefined && { last }),
          ...(only && { listed: true }),
        });
      }
    }
    return { listed, more: [...this.#full] };
  }
}
