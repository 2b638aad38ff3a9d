import { entityGroups } from '../../entities/entity-groups.ts';
import type { Entity } from '../../records/kinds/entity.ts';
import { recordsOf } from '../../work/records.ts';
import type { WorkState } from '../../work/work-state.ts';
import { defang } from '../defang.ts';

/**
 * Every form in which an entity may stand in a text: its values and aliases, those of what it was merged with among
 * them, and what people call each; all of them also defanged, as JSON and the shell double their backslashes, and
 * without the domain they are qualified by (`DOMAIN\name`, `name@domain`, `host.domain`).
 */
export function formsOf(entity: Entity, state: WorkState): readonly string[] {
  const { kind } = entity;
  const { recordOf } = entityGroups(state);
  const speaker = recordOf(entity)?.id;
  const one = [...recordsOf(state, 'entity').values()].filter(
    (other) => other.id === entity.id || recordOf(other)?.id === speaker,
  );
  const values = one.flatMap(({ value, aliases }) => [value, ...aliases]);
  const labels = one.flatMap(({ label }) => label ?? []);
  const bare = values.flatMap((value) => unqualified(kind, value));
  const all = [...values, ...labels, ...bare].filter((form) => form.trim().length >= 2);
  return [
    ...new Set(all.flatMap((form) => [form, defang(kind, form), form.replaceAll('\\', '\\\\')])),
  ];
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
