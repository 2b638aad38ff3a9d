import type { Entity } from '../../records/kinds/entity.ts';
import { defang } from '../defang.ts';

/**
 * Every form in which an entity may stand in a text: its value, its aliases and what people call it; each also
 * defanged, as JSON and the shell double its backslashes, and without the domain it is qualified by
 * (`DOMAIN\name`, `name@domain`, `host.domain`).
 */
export function formsOf({ kind, value, aliases, label }: Entity): readonly string[] {
  const named = [value, ...aliases, ...(label === undefined ? [] : [label])];
  const bare = [value, ...aliases].flatMap((one) => unqualified(kind, one));
  const all = [...named, ...bare].filter((one) => one.trim().length >= 2);
  return [...new Set(all.flatMap((one) => [one, defang(kind, one), one.replaceAll('\\', '\\\\')]))];
}

function unqualified(kind: Entity['kind'], name: string): readonly string[] {
  if (kind === 'account') {
    const bare = name.slice(name.lastIndexOf('\\') + 1);
    const [local = bare] = bare.split('@');
    return [bare, local];
  }
  if (kind === 'host' && /^[a-z][\w-]*\./i.test(name)) return [name.slice(0, name.indexOf('.'))];
  return [];
}
