import { entityForm } from './entity-key.ts';
import type { EntityRef } from './entity-kinds.ts';
import { isNoise } from './noise.ts';

/** Two entities of one kind that may be the same thing, and what speaks for it. */
export interface AliasHint<E extends EntityRef> {
  readonly other: E;
  readonly why: string;
}

interface Name {
  readonly bare: string;
  /** The first label of the domain that stands with the name; absent where none does. */
  readonly domain?: string;
}

const ADDRESS = /^[\d.]+$|:/;

/** The name without its domain, for kinds that are written both ways. */
function nameOf(entity: EntityRef): Name | undefined {
  const form = entityForm(entity.kind, entity.value);
  const first = (text: string): string => text.split('.')[0] ?? text;
  const named = (bare: string, domain: string): Name | undefined =>
    bare === '' ? undefined : domain === '' ? { bare } : { bare, domain: first(domain) };
  if (entity.kind === 'host') {
    if (ADDRESS.test(form)) return undefined;
    const [bare = '', ...rest] = form.split('.');
    return named(bare, rest.join('.'));
  }
  if (entity.kind !== 'account' || form.startsWith('s-1-')) return undefined;
  const slash = form.lastIndexOf('\\');
  if (slash >= 0) return named(form.slice(slash + 1), form.slice(0, slash));
  const at = form.indexOf('@');
  return at < 0 ? named(form, '') : named(form.slice(0, at), form.slice(at + 1));
}

/**
 * For an entity, the others that may be it: `ws07` and `ws07.corp.example`, `CORP\alice` and `alice@corp.example`.
 * Names in two different domains are two accounts. Only proposed; nothing is merged by it.
 */
export function aliasHints<E extends EntityRef>(
  entity: EntityRef,
  others: readonly E[],
): readonly AliasHint<E>[] {
  const own = nameOf(entity);
  if (own === undefined || isNoise(entity)) return [];
  const form = entityForm(entity.kind, entity.value);
  return others.flatMap((other): readonly AliasHint<E>[] => {
    if (other.kind !== entity.kind || entityForm(other.kind, other.value) === form) return [];
    const name = nameOf(other);
    if (name?.bare !== own.bare) return [];
    if (name.domain === own.domain) return [{ other, why: 'The same name in the same domain.' }];
    if (name.domain !== undefined && own.domain !== undefined) return [];
    return [{ other, why: 'The same name, once without its domain.' }];
  });
}
